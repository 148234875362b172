import { Link } from '@remix-run/react';
import type { Line } from '~/office/money-words';
import { UndoFold } from '~/office/undo-fold';
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
  const words = {
    ...{ title: m.money_undo_title(), titleOf: m.money_undo_title_of({ code }), text: m.money_undo_text() },
    ...{ why: m.money_undo_why(), button: m.money_undo_do() },
  };
  return <UndoFold of={['lineId', line.id]} refused={mine} newKey={newKey} words={words} />;
}
