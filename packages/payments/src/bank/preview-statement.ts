import type { Tx } from '@baunghe/db';
import { keptAmong } from './keep-lines.ts';
import type { Statement, StatementLine } from './statement.ts';

/** A movement of a statement before it is taken. */
export type PreviewedLine = Pick<
  StatementLine['told'],
  'direction' | 'amount' | 'content' | 'reference' | 'at'
> & {
  isKept: boolean;
};

/** What taking a statement would do: which of its movements are kept already. */
export async function previewStatement(tx: Tx, { lines }: Statement): Promise<PreviewedLine[]> {
  const kept = await keptAmong(tx, lines);
  return lines.map(({ told: { direction, amount, content, reference, at } }, index) => {
    return { direction, amount, content, reference, at, isKept: kept[index] === true };
  });
}
