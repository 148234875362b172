import type { ApiOutputs } from '@baunghe/api';
import { Form, useRevalidator } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import { FactorField } from '~/office/factor-field';
import type { Problem } from '~/office/refusals.server';
import { withoutPasskeys } from '~/office/signing-in/other-ways';
import * as m from '~/paraglide/messages.js';
import { NeedsPasskeys, usePasskeys } from '~/signing-in/by-passkey';
import { type AddedPasskey, addPasskey, proveByPasskey } from '~/signing-in/passkey';
import { useHref, useLocale } from '~/use-locale';

type Passkey = ApiOutputs['me']['passkeys']['list'][number];
type PasskeysProps = {
  passkeys: readonly Passkey[];
  /** What goes before another passkey: a code of the second factor, a passkey that there is, or nothing. */
  asksFor: 'code' | 'passkey' | null;
  formKey: string;
  /** Why a passkey stays, and which. */
  dropping: { id: string; problem: Problem } | null;
  adding: Problem | null;
};

/** One's passkeys, and one more. */
export function Passkeys({ passkeys, asksFor, formKey, dropping, adding }: PasskeysProps) {
  const locale = useLocale();
  return (
    <section id="passkeys">
      <h2 className="text-22">{m.signin_passkeys()}</h2>
      <p className="mb-3 text-muted">{m.signin_passkeys_text()}</p>
      {passkeys.length > 0 ? (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {passkeys.map(({ id, name, createdAt, usedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                <span className="block font-semibold [overflow-wrap:anywhere]">{name}</span>
                <span className="block text-14 text-muted">
                  {m.signin_passkey_since({ day: formatDay(createdAt, locale) })}
                  {usedAt ? ` · ${m.account_passkey_used({ day: formatDay(usedAt, locale) })}` : null}
                </span>
              </span>
              <Form method="post" className="own" preventScrollReset>
                <input type="hidden" name="act" value="drop-passkey" />
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="id" value={id} />
                <div className="mb-3 empty:hidden">
                  <FactorField error={dropping?.id === id ? dropping.problem.beside.digits : null} />
                </div>
                <Button kind="quiet" aria-label={m.signin_passkey_drop_of({ name })}>
                  {m.signin_passkey_drop()}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <AddForm asksFor={asksFor} problem={adding} />
    </section>
  );
}

type AddFormProps = Pick<PasskeysProps, 'asksFor'> & { problem: Problem | null };

function AddForm({ asksFor, problem }: AddFormProps) {
  const href = useHref();
  const ready = usePasskeys();
  const { revalidate } = useRevalidator();
  const [became, setBecame] = useState<AddedPasskey | null>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [name, digits] = [String(typed.get('name') ?? ''), String(typed.get('digits') ?? '')];
    const door = href('/office/passkey');
    const proof = asksFor === 'passkey' ? await proveByPasskey(door) : null;
    const added =
      proof && !proof.proved
        ? { added: false as const, say: proof.say ?? m.entrance_not_proved_again() }
        : await addPasskey(door, { name, digits });
    setBecame(added);
    if (!added.added) return;
    form.reset();
    revalidate();
  };
  return (
    <Form
      method="post"
      noValidate={!ready}
      preventScrollReset
      onSubmit={(event) => void add(event)}
      className="own grid max-w-md gap-4"
    >
      <input type="hidden" name="act" value="add-passkey" />
      <Field label={m.signin_passkey_name()} hint={m.signin_passkey_name_hint()} error={problem?.beside.name}>
        <TextInput name="name" autoComplete="off" maxLength={60} required />
      </Field>
      {asksFor === 'code' ? (
        <Field label={m.people_code()} hint={m.people_code_hint()}>
          <TextInput name="digits" autoComplete="one-time-code" maxLength={40} required />
        </Field>
      ) : null}
      {asksFor === 'passkey' ? <p className="text-14 text-muted">{m.entrance_add_by_passkey()}</p> : null}
      <div>
        <Button kind="quiet" disabled={!ready}>
          {m.signin_passkey_add()}
        </Button>
      </div>
      <NeedsPasskeys ready={ready} {...withoutPasskeys()} />
      {became?.added ? <Notice tone="good" title={m.signin_passkey_added()} /> : null}
      {became && !became.added ? (
        <Notice tone="care" title={became.say ?? m.signin_passkey_not_added()} />
      ) : null}
    </Form>
  );
}
