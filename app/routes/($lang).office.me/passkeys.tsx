import type { ApiOutputs } from '@baunghe/api';
import { Form, useRevalidator } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import { withoutPasskeys } from '~/office/signing-in/other-ways';
import * as m from '~/paraglide/messages.js';
import { NeedsPasskeys, usePasskeys } from '~/signing-in/by-passkey';
import { type AddedPasskey, addPasskey } from '~/signing-in/passkey';
import { useHref, useLocale } from '~/use-locale';

type Passkey = ApiOutputs['me']['passkeys']['list'][number];
type PasskeysProps = { passkeys: readonly Passkey[]; asksForCode: boolean; formKey: string };

/** One's passkeys, and one more. `asksForCode`: whether a code of the second factor goes with a new one. */
export function Passkeys({ passkeys, asksForCode, formKey }: PasskeysProps) {
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
                <Button kind="quiet" aria-label={m.signin_passkey_drop_of({ name })}>
                  {m.signin_passkey_drop()}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <AddForm asksForCode={asksForCode} />
    </section>
  );
}

function AddForm({ asksForCode }: { asksForCode: boolean }) {
  const href = useHref();
  const ready = usePasskeys();
  const { revalidate } = useRevalidator();
  const [became, setBecame] = useState<AddedPasskey | null>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [name, digits] = [String(typed.get('name') ?? ''), String(typed.get('digits') ?? '')];
    const added = await addPasskey(href('/office/passkey'), { name, digits });
    setBecame(added);
    if (!added.added) return;
    form.reset();
    revalidate();
  };
  return (
    <form onSubmit={(event) => void add(event)} className="own grid max-w-md gap-4">
      <Field label={m.signin_passkey_name()} hint={m.signin_passkey_name_hint()}>
        <TextInput name="name" autoComplete="off" maxLength={60} required />
      </Field>
      {asksForCode ? (
        <Field label={m.people_code()} hint={m.people_code_hint()}>
          <TextInput name="digits" autoComplete="one-time-code" required />
        </Field>
      ) : null}
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
    </form>
  );
}
