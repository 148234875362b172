import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { FactorField } from '~/office/factor-field';
import type { Line } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { RefusedLine } from './acts.server';

/** A refused form about a movement, and the key of a new one. */
export interface UndoState {
  refused: RefusedLine | null;
  newKey: string;
}

/** Taking a movement away from the order that it was wrongly taken for, behind a fold; a carrier's payout is undone elsewhere. */
export function UndoLine({ line, refused, newKey }: UndoState & { line: Line }) {
  const href = useHref();
  if (line.is?.kind === 'carrier')
    return (
      <Link
        to={href('/office/money/carriers')}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {m.carriers_line_link()}
      </Link>
    );
  if (line.is?.kind !== 'order') return null;
  const mine = refused?.typed.act === 'undo' && refused.typed.lineId === line.id ? refused : null;
  const code = line.is.orderCode ?? '';
  return (
    <details open={mine !== null}>
      <summary
        aria-label={m.money_undo_title_of({ code })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.money_undo_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid max-w-sm gap-3">
        <input type="hidden" name="act" value="undo" />
        <input type="hidden" name="lineId" value={line.id} />
        <input type="hidden" name="key" value={mine?.typed.key || newKey} />
        <p className="text-14 text-muted">{m.money_undo_text()}</p>
        <Field label={m.money_undo_why()} error={mine?.problem.beside.why}>
          <TextInput name="why" autoComplete="off" defaultValue={mine?.typed.why} maxLength={200} required />
        </Field>
        <FactorField error={mine?.problem.beside.digits} />
        <div>
          <Button kind="danger">{m.money_undo_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
