import { fail, type GivingAct, lockRows, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { limitsOf } from './giving-rule.ts';

/** Something that is to be given away, of an order that is locked. */
export interface WantedGiving {
  /** What it is for; given once. */
  key: string;
  act: GivingAct;
  orderId: string;
  amount: Dong;
  /** Of fruit sent anew. */
  units: number | null;
  words: string;
}

/**
 * Gives something away as far as one's own role may, of one order altogether; what is more waits for a second person.
 * Returns the giving, which says which of both it is.
 */
export async function askToGive(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { key, act, orderId, amount, units, words }: WantedGiving,
): Promise<Result<{ id: string; waits: boolean }, { code: 'giving_waits' }>> {
  const open = await tx.giving.findFirst({ where: { key, state: 'waits' }, select: { id: true } });
  if (open) return fail({ code: 'giving_waits' });
  const limits = await limitsOf(tx, by.userId);
  const altogether = dong((await givenOf(tx, orderId)) + BigInt(amount));
  const waits = isOver(amount, limits[act]) || isOver(altogether, limits.ofOrder);
  const id = newId('giv', moment);
  const asked = { askedAt: moment.now, askedBy: by.userId };
  const closed = waits ? {} : { state: 'given' as const, closedAt: moment.now, closedBy: by.userId };
  await tx.giving.create({
    data: { id, key, act, orderId, dong: BigInt(amount), units, words, ...asked, ...closed },
  });
  return ok({ id, waits });
}

/** What was given away of an order and of those that replaced its fruit, in đồng; locked until the transaction ends. */
export async function givenOf(tx: Tx, orderId: string): Promise<bigint> {
  const [root] = await tx.$queryRaw<{ id: string }[]>`SELECT giving_root(${orderId}) AS "id"`;
  const rootId = root?.id ?? orderId;
  await lockRows(tx, 'order', [rootId]);
  const { _sum } = await tx.giving.aggregate({ where: { rootId, state: 'given' }, _sum: { dong: true } });
  return _sum.dong ?? 0n;
}

/** Whether a sum is over a limit; null: there is none. */
export const isOver = (amount: Dong, limit: Dong | null): boolean => limit !== null && amount > limit;
