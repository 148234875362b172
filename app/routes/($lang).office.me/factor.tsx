import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { FactorField } from '~/office/factor-field';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import type { Told } from './acts.server';

type FactorProps = {
  factor: ApiOutputs['me']['state']['factor'];
  /** Whether nobody touches money without one here. */
  mustProve: boolean;
  /** Whether a passkey of theirs does already. */
  hasPasskey: boolean;
  told: Told | null;
  /** Why no secret was made. */
  beginning: Problem | null;
  problem: Problem | null;
  /** Whether a first code was just refused: the telephone has its secret already. */
  isConfirming: boolean;
};

/** The second factor: a telephone that makes codes, which money asks for. */
export function Factor({
  factor,
  mustProve,
  hasPasskey,
  told,
  beginning,
  problem,
  isConfirming,
}: FactorProps) {
  return (
    <section id="factor">
      <h2 className="text-22">{m.people_factor()}</h2>
      <p className="mb-3 text-muted">{m.people_factor_text()}</p>
      {told && 'recoveryCodes' in told ? <Papers codes={told.recoveryCodes} /> : null}
      {factor.isOn ? (
        <IsOn left={factor.recoveryLeft} problem={problem} />
      ) : (
        <div className="grid gap-4">
          {hasPasskey ? (
            <Notice tone="plain">{m.entrance_passkey_serves()}</Notice>
          ) : mustProve ? (
            <Notice tone="care" title={m.people_say_to_set_up()} />
          ) : null}
          {told && 'svg' in told ? <Secret told={told} /> : null}
          {(told && 'svg' in told) || isConfirming ? <CodeForm act="confirm" problem={problem} /> : null}
          <Form method="post" className="own" preventScrollReset>
            <input type="hidden" name="act" value="begin" />
            <div className="mb-3 empty:hidden">
              <FactorField error={beginning?.beside.digits} />
            </div>
            <Button kind={told || isConfirming ? 'quiet' : 'primary'}>
              {told || isConfirming ? m.people_factor_anew() : m.people_factor_begin()}
            </Button>
          </Form>
        </div>
      )}
    </section>
  );
}

function IsOn({ left, problem }: { left: number; problem: Problem | null }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="done">{m.people_factor_on()}</Badge> {m.people_factor_left({ count: left })}
      </p>
      <details className="mt-2" open={problem !== null}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
          {m.people_factor_drop()}
        </summary>
        <CodeForm act="drop" problem={problem} />
      </details>
    </>
  );
}

function Secret({ told }: { told: { svg: string; typed: string } }) {
  return (
    <div>
      <p>{m.people_factor_scan()}</p>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(told.svg)}`}
        alt={m.people_factor_qr()}
        width="224"
        height="224"
        className="my-4 w-56 rounded-crate"
      />
      <p className="text-14 text-muted">
        {m.people_factor_typed()} <code className="[overflow-wrap:anywhere]">{told.typed}</code>
      </p>
    </div>
  );
}

function CodeForm({ act, problem }: { act: 'confirm' | 'drop'; problem: Problem | null }) {
  return (
    <Form method="post" noValidate preventScrollReset className="own grid max-w-md gap-4">
      <input type="hidden" name="act" value={act} />
      <Field label={m.people_code()} hint={m.people_code_hint()} error={problem?.beside.digits}>
        <TextInput name="digits" autoComplete="one-time-code" required />
      </Field>
      <div>
        <Button kind={act === 'drop' ? 'danger' : 'primary'}>
          {act === 'drop' ? m.people_factor_drop_do() : m.people_factor_confirm()}
        </Button>
      </div>
    </Form>
  );
}

function Papers({ codes }: { codes: string[] }) {
  return (
    <div className="mb-4">
      <Notice tone="good" title={m.people_papers()}>
        <p>{m.people_papers_text()}</p>
        <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
