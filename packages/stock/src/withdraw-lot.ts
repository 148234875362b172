import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';

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

/** Calls a lot back and holds it from now on. Returns the lot's id. */
export async function withdrawLot(
  tx: Tx,
  moment: Moment,
  { batch, reason, byUser }: WithdrawalEntry,
): Promise<Result<string, WithdrawRefusal>> {
  const lot = await lockedLot(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const open = openWithdrawal(lot.withdrawals);
  if (open) return fail({ code: 'lot_withdrawn', since: open.since });
  const holds = lot.heldReason === null;
  if (holds) await tx.lot.update({ where: { id: lot.id }, data: { heldReason: `RECALL ${reason}` } });
  const row = { lotId: lot.id, act: 'withdraw', reason, holds, at: moment.now, byUser } as const;
  await tx.lotWithdrawal.create({ data: row });
  return ok(lot.id);
}

/**
 * Ends a withdrawal. Fruit that was held for it alone is free again; what was held before, for its interval, stays held
 * until a laboratory clears it. Returns the lot's id.
 */
export async function endWithdrawal(
  tx: Tx,
  moment: Moment,
  { batch, reason, byUser }: WithdrawalEntry,
): Promise<Result<string, EndRefusal>> {
  const lot = await lockedLot(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  if (!openWithdrawal(lot.withdrawals)) return fail({ code: 'lot_not_withdrawn' });
  const row = { lotId: lot.id, act: 'end', reason, holds: false, at: moment.now, byUser } as const;
  await tx.lotWithdrawal.create({ data: row });
  if (lot.withdrawals[0]?.holds) await tx.lot.update({ where: { id: lot.id }, data: { heldReason: null } });
  return ok(lot.id);
}

/**
 * The lot, its balance locked until the transaction ends: of two managers at once the second sees what the first did,
 * and who takes fruit meanwhile waits and then finds the lot held.
 */
async function lockedLot(tx: Tx, batch: string) {
  const named = await tx.lot.findUnique({ where: { batch }, select: { id: true } });
  if (!named) return null;
  await lockRows(tx, 'lot_balance', [named.id]);
  return tx.lot.findUnique({ where: { batch }, include: { withdrawals: LAST_WITHDRAWAL } });
}
