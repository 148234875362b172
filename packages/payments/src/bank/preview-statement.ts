import type { Tx } from '@baunghe/db';
import { isKept } from './keep-line.ts';
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
  const previewed: PreviewedLine[] = [];
  for (const { told, nth } of lines) {
    const { direction, amount, content, reference, at } = told;
    previewed.push({ direction, amount, content, reference, at, isKept: await isKept(tx, told, nth) });
  }
  return previewed;
}
