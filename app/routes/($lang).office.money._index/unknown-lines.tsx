import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatInstant } from '~/format';
import { FactorField } from '~/office/factor-field';
import { type Line, providerWords } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { RefusedLine } from './acts.server';
import { Moved } from './line-table';
import { More } from './views-nav';

type FormState = { refused: RefusedLine | null; newKey: string };

/** Movements that nobody knows, each with what can be said of it. */
export function UnknownLines({
  lines,
  ...form
}: FormState & { lines: { rows: Line[]; next: string | null } }) {
  if (lines.rows.length === 0)
    return <EmptyState title={m.money_lines_none()} text={m.money_lines_none_text()} sign="check" />;
  return (
    <section>
      <ul className="grid gap-8">
        {lines.rows.map((line) => (
          <UnknownLine key={line.id} line={line} {...form} />
        ))}
      </ul>
      <More view="lines" next={lines.next} />
    </section>
  );
}

function UnknownLine({ line, ...form }: FormState & { line: Line }) {
  const locale = useLocale();
  return (
    <li className="grid gap-4 border-l-4 border-soil pl-4 lg:grid-cols-2 lg:gap-10">
      <div>
        <h2 className="text-18">
          <Moved line={line} />
        </h2>
        <p className="[overflow-wrap:anywhere]">{line.content}</p>
        <p className="text-14 text-muted">
          {formatInstant(line.at, locale)} · {line.reference} · {line.providers.map(providerWords).join(', ')}
        </p>
      </div>
      <div className="grid content-start gap-2">
        {line.direction === 'in' ? <ToOrder line={line} {...form} /> : <ToRefund line={line} {...form} />}
        <Aside line={line} {...form} />
      </div>
    </li>
  );
}

/** What one form shows: its key, what was typed into it and what is wrong, if it was the one refused. */
function stateOf({ refused, newKey }: FormState, line: Line, act: string) {
  const mine = refused?.typed.act === act && refused.typed.lineId === line.id ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  return { key: mine?.typed.key || newKey, typed: mine?.typed ?? {}, beside, isRefused: mine !== null };
}

function Hidden({ act, line, keyOf }: { act: string; line: Line; keyOf: string }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="key" value={keyOf} />
    </>
  );
}

function ToOrder({ line, ...form }: FormState & { line: Line }) {
  const { key, typed, beside } = stateOf(form, line, 'assign');
  return (
    <Form
      method="post"
      noValidate
      preventScrollReset
      className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-start"
    >
      <Hidden act="assign" line={line} keyOf={key} />
      <Field label={m.money_assign_code()} error={beside.code}>
        <TextInput name="code" autoComplete="off" defaultValue={typed.code} required />
      </Field>
      <div className="sm:pt-7.5">
        <Button className="min-h-14 w-full">{m.money_assign_do()}</Button>
      </div>
      <FactorField error={beside.digits} />
    </Form>
  );
}

function ToRefund({ line, ...form }: FormState & { line: Line }) {
  const { key, typed, beside } = stateOf(form, line, 'refund');
  return line.mayGive.map(({ refundId, orderCode }) => (
    <Form key={refundId} method="post" preventScrollReset>
      <Hidden act="refund" line={line} keyOf={key} />
      <input type="hidden" name="refundId" value={refundId} />
      <FactorField error={typed.refundId === refundId ? beside.digits : null} />
      <Button>{m.money_assign_refund({ code: orderCode })}</Button>
    </Form>
  ));
}

function Aside({ line, ...form }: FormState & { line: Line }) {
  const { key, typed, beside, isRefused } = stateOf(form, line, 'aside');
  return (
    <details open={isRefused}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.money_aside_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-3">
        <Hidden act="aside" line={line} keyOf={key} />
        <Field label={m.money_aside_why()} error={beside.why}>
          <TextInput name="why" autoComplete="off" defaultValue={typed.why} required />
        </Field>
        <div>
          <Button kind="quiet">{m.money_aside_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
