import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { withLotsSortedFrom } from './store/lineage.ts';

/** How a lot's withdrawal stands: since when, and why, in the words that anyone may read. */
export interface OpenWithdrawal {
  since: Date;
  reason: string;
}

/** A lot that a manager calls back, or lets go again, and why. */
export interface WithdrawalEntry {
  batch: string;
  reason: string;
  byUser: string;
}

/** Why a lot is not called back. */
export type WithdrawRefusal = { code: 'lot_unknown' } | { code: 'lot_withdrawn'; since: Date };

/** Why a withdrawal does not end. */
export type EndRefusal = { code: 'lot_unknown' } | { code: 'lot_not_withdrawn' };

/** Which rows tell whether a lot is withdrawn, for whoever reads lots. */
export const LAST_WITHDRAWAL = { orderBy: { id: 'desc' }, take: 1 } as const;

/** The withdrawal that a lot's last row tells of; null when there is none, or it has ended. */
export function openWithdrawal(
  rows: readonly { act: 'withdraw' | 'end'; at: Date; reason: string }[],
): OpenWithdrawal | null {
  const [last] = rows;
  return last?.act === 'withdraw' ? { since: last.at, reason: last.reason } : null;
}

/** The batch codes of those of the lots that are called back now. */
export async function calledBack(tx: Tx, lotIds: readonly string[]): Promise<string[]> {
  const lots = await tx.lot.findMany({
    where: { id: { in: [...lotIds] }, withdrawals: { some: {} } },
    select: { batch: true, withdrawals: LAST_WITHDRAWAL },
    orderBy: { batch: 'asc' },
  });
  return lots.filter(({ withdrawals }) => openWithdrawal(withdrawals)).map(({ batch }) => batch);
}

/**
 * Calls a lot back, with every lot that was sorted from it, and holds them from now on. Returns the ids of the lots that
 * were called back; one that was so before, for a reason of its own, stays as it is.
 */
export async function withdrawLot(
  tx: Tx,
  moment: Moment,
  { batch, reason, byUser }: WithdrawalEntry,
): Promise<Result<string[], WithdrawRefusal>> {
  const [lot, ...sorted] = await lockedLots(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const open = openWithdrawal(lot.withdrawals);
  if (open) return fail({ code: 'lot_withdrawn', since: open.since });
  const called = [lot, ...sorted.filter(({ withdrawals }) => !openWithdrawal(withdrawals))];
  const lotIds = called.map(({ id }) => id);
  await tx.lot.updateMany({
    where: { id: { in: lotIds }, heldReason: null },
    data: { heldReason: `RECALL ${reason}` },
  });
  await tx.lotWithdrawal.createMany({
    data: called.map(({ id, heldReason }) => {
      return { lotId: id, act: 'withdraw', reason, holds: heldReason === null, at: moment.now, byUser };
    }),
  });
  return ok(lotIds);
}

/**
 * Ends a withdrawal, also for the lots that were called back with it. Fruit that was held for it alone is free again;
 * what was held before, for its interval, stays held until a laboratory clears it. Returns the lots' ids.
 */
export async function endWithdrawal(
  tx: Tx,
  moment: Moment,
  { batch, reason, byUser }: WithdrawalEntry,
): Promise<Result<string[], EndRefusal>> {
  const [lot, ...sorted] = await lockedLots(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const open = openWithdrawal(lot.withdrawals);
  if (!open) return fail({ code: 'lot_not_withdrawn' });
  const withIt = sorted.filter(({ withdrawals }) => {
    const own = openWithdrawal(withdrawals);
    return own !== null && +own.since === +open.since && own.reason === open.reason;
  });
  const ended = [lot, ...withIt];
  await tx.lotWithdrawal.createMany({
    data: ended.map(({ id }) => ({ lotId: id, act: 'end', reason, holds: false, at: moment.now, byUser })),
  });
  const freed = ended.filter(({ withdrawals }) => withdrawals[0]?.holds).map(({ id }) => id);
  await tx.lot.updateMany({ where: { id: { in: freed } }, data: { heldReason: null } });
  return ok(ended.map(({ id }) => id));
}

/**
 * The lot and those sorted from it, the lot first, their balances locked until the transaction ends: of two managers at
 * once the second sees what the first did, and who takes fruit meanwhile waits and then finds the lot held.
 */
async function lockedLots(tx: Tx, batch: string) {
  const named = await tx.lot.findUnique({ where: { batch }, select: { id: true } });
  if (!named) return [];
  // Who sorts a lot locks its balance too, so that no lot comes to be between the two.
  await lockRows(tx, 'lot_balance', [named.id]);
  const ids = await withLotsSortedFrom(tx, named.id);
  await lockRows(tx, 'lot_balance', ids);
  const lots = await tx.lot.findMany({
    where: { id: { in: ids } },
    include: { withdrawals: LAST_WITHDRAWAL },
  });
  return lots.sort((a, b) => Number(b.id === named.id) - Number(a.id === named.id));
}
