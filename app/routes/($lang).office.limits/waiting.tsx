import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import { FactorField } from '~/office/factor-field';
import { givingWords } from '~/office/limits/giving-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { RefusedLimit } from './acts.server';

/** A giving as the office has it. */
export type Row = ApiOutputs['givings']['board']['waiting'][number];

type WaitingProps = {
  rows: readonly Row[];
  names: Record<string, string>;
  me: string;
  refused: RefusedLimit | null;
  formKey: string;
};

/** What somebody asked to give away and may not alone: who, how much and why; approved or declined by another. */
export function Waiting({ rows, ...shared }: WaitingProps) {
  return (
    <section>
      <h2 className="mb-3 text-22">{m.limits_waiting()}</h2>
      {rows.length === 0 ? <p className="text-muted">{m.limits_waiting_none()}</p> : null}
      <ul className="grid gap-6">
        {rows.map((row) => (
          <OneWaiting key={row.id} row={row} {...shared} />
        ))}
      </ul>
    </section>
  );
}

function OneWaiting({ row, names, me, refused, formKey }: Omit<WaitingProps, 'rows'> & { row: Row }) {
  const locale = useLocale();
  const isOwn = row.askedBy === me;
  const mine = refused?.typed.id === row.id ? refused : null;
  const form = { id: row.id, formKey, refused: mine };
  return (
    <li className="grid gap-x-10 gap-y-3 border-l-4 border-flesh pl-4 lg:grid-cols-2">
      <div>
        <p className="text-18 font-extrabold">{givingWords(row, locale)}</p>
        <OrderLink code={row.orderCode} />
        <p className="text-muted">
          {m.limits_asked({ who: names[row.askedBy] ?? row.askedBy, at: formatInstant(row.askedAt, locale) })}
        </p>
        <p>{m.limits_why({ words: row.words })}</p>
      </div>
      <div className="grid content-start gap-4">
        {isOwn ? <Notice tone="plain" title={m.limits_own()} /> : <Approve {...form} />}
        <Decline isOwn={isOwn} {...form} />
      </div>
    </li>
  );
}

type ActProps = { id: string; formKey: string; refused: RefusedLimit | null };

function Approve({ id, formKey, refused }: ActProps) {
  return (
    <Form method="post" noValidate preventScrollReset className="grid gap-3">
      <input type="hidden" name="act" value="approve" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={formKey} />
      <FactorField error={refused?.act === 'approve' ? refused.problem.beside.digits : null} />
      <div>
        <Button>{m.limits_approve()}</Button>
      </div>
    </Form>
  );
}

function Decline({ id, formKey, refused, isOwn }: ActProps & { isOwn: boolean }) {
  const act = isOwn ? 'takeBack' : 'decline';
  const mine = refused?.act === act ? refused : null;
  return (
    <Form method="post" noValidate preventScrollReset className="grid max-w-md gap-3">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={formKey} />
      <Field
        label={isOwn ? m.limits_take_back_why() : m.limits_decline_why()}
        error={mine?.problem.beside.why}
      >
        <TextInput name="why" autoComplete="off" maxLength={200} defaultValue={mine?.typed.why} />
      </Field>
      <div>
        <Button kind="quiet">{isOwn ? m.limits_take_back() : m.limits_decline()}</Button>
      </div>
    </Form>
  );
}

/** Leads to an order by its code. */
export function OrderLink({ code }: { code: string }) {
  const href = useHref();
  return (
    <Link
      to={href(`/office/orders/${code}`)}
      className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
    >
      {m.office_order_title({ code })}
    </Link>
  );
}
