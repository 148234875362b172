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

/** Whether a movement of a statement is kept already. */
export async function isKept(tx: Tx, line: TellingOfLine, nth: number): Promise<boolean> {
  const where = { sameAs_nth: { sameAs: sameness(line), nth } };
  return (await tx.bankLine.findUnique({ where, select: { id: true } })) !== null;
}

async function written(
  tx: Tx,
  moment: Moment,
  line: TellingOfLine,
  apart: { sameAs: string; nth: number },
): Promise<string> {
  const id = newId('bml', moment);
  const { direction, amount, account, subAccount, content, reference, at } = line;
  const told = {
    direction,
    amountDong: BigInt(amount),
    account: subAccount ?? account,
    content,
    reference,
    at,
  };
  await tx.bankLine.create({ data: { id, ...apart, ...told, keptAt: moment.now } });
  return id;
}

/** A statement has no numbers of its own: what tells the movement apart stands for one. */
function numberOf(sameAs: string, nth: number): string {
  return `${createHash('sha256').update(sameAs).digest('hex').slice(0, 32)}-${nth}`;
}
