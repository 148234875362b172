import { createHash } from 'node:crypto';
import { lockBankLines, type Moment, newId, type Tx } from '@baunghe/db';
import { sameness, type TellingOfLine } from './bank-line.ts';

/** Who tells of a movement. */
export interface Teller {
  provider: 'sepay' | 'payos' | 'statement';
  /** Which of the movements that look alike in a statement this is, from 1; a feed has its own numbers instead. */
  nth?: number;
  byUser: string | null;
}

/** A movement that was kept, now or before. */
export interface KeptLine {
  id: string;
  isNew: boolean;
}

/**
 * Keeps a movement of the bank account once, whatever becomes of it. A feed's second telling is known by its number; a
 * movement that another teller told of is known by its direction, sum, day and reference, and alike ones by their count.
 */
export async function keepLine(
  tx: Tx,
  moment: Moment,
  { provider, nth: nthTold, byUser }: Teller,
  line: TellingOfLine,
): Promise<KeptLine> {
  await lockBankLines(tx);
  const sameAs = sameness(line);
  const told = line.told ?? numberOf(sameAs, nthTold ?? 1);
  const before = await tx.bankTelling.findUnique({ where: { provider_told: { provider, told } } });
  if (before) return { id: before.lineId, isNew: false };
  const nth = nthTold ?? 1 + (await tx.bankTelling.count({ where: { provider, line: { sameAs } } }));
  const known = await tx.bankLine.findUnique({ where: { sameAs_nth: { sameAs, nth } } });
  const id = known?.id ?? (await written(tx, moment, line, { sameAs, nth }));
  await tx.bankTelling.create({ data: { provider, told, lineId: id, at: moment.now, byUser } });
  return { id, isNew: known === null };
}

async function written(
  tx: Tx,
  moment: Moment,
  line: TellingOfLine,
  apart: { sameAs: string; nth: number },
): Promise<string> {
  const row = newLine(moment, line, apart);
  await tx.bankLine.create({ data: row });
  return row.id;
}

/** The row of a movement that is kept for the first time. */
export function newLine(moment: Moment, line: TellingOfLine, apart: { sameAs: string; nth: number }) {
  const { direction, amount, account, subAccount, content, reference, at } = line;
  const what = { direction, amountDong: BigInt(amount), account: subAccount ?? account, content, reference };
  return { id: newId('bml', moment), ...apart, ...what, at, keptAt: moment.now };
}

/** A statement has no numbers of its own: what tells the movement apart stands for one. */
export function numberOf(sameAs: string, nth: number): string {
  return `${createHash('sha256').update(sameAs).digest('hex').slice(0, 32)}-${nth}`;
}
