import { fail, type Moment, type Result, type Tx } from '@baunghe/db';
import { type UndoReceiptRefusal, undoReceipt } from '@baunghe/stock';
import { eventsAbout, recordCorrection } from '@baunghe/trace';

/** How long after it was recorded a harvest may be undone. */
export const UNDO_MINUTES = 30;

/** When the harvest that a lot came of was undone, and by whom; null where it stands. */
export async function undoneOfLot(
  tx: Tx,
  lotId: string,
): Promise<{ at: Date; byName: string | null } | null> {
  const lot = await tx.lot.findUniqueOrThrow({ where: { id: lotId }, select: { harvestId: true } });
  const undone = await tx.harvestUndone.findUnique({ where: { harvestId: lot.harvestId } });
  if (!undone) return null;
  const by = await tx.user.findUnique({ where: { id: undone.byUser }, select: { name: true } });
  return { at: undone.at, byName: by?.name ?? null };
}

/** Until when who asks may undo the harvest that a lot came of; null: not theirs, undone, in use, or too late. */
export async function undoableUntil(tx: Tx, now: Date, lotId: string, userId: string): Promise<Date | null> {
  const { harvestId, harvest } = await tx.lot.findUniqueOrThrow({
    where: { id: lotId },
    include: {
      harvest: { include: { lots: { include: { balance: true, _count: { select: { moves: true } } } } } },
    },
  });
  const until = new Date(harvest.recordedAt.getTime() + UNDO_MINUTES * 60_000);
  if (harvest.recordedBy !== userId || now > until) return null;
  const undone = await tx.harvestUndone.count({ where: { harvestId } });
  const asItCame = harvest.lots.every(
    ({ balance, _count }) => _count.moves === 1 && balance?.reservedGrams === 0,
  );
  return undone === 0 && asItCame ? until : null;
}

/** Why a harvest is not undone. Nothing is written then. */
export type UndoHarvestRefusal =
  | { code: 'harvest_unknown' }
  | { code: 'harvest_undone_before' }
  | { code: 'harvest_too_old'; minutes: number }
  | UndoReceiptRefusal;

/**
 * Undoes a harvest that its recorder entered by mistake: its fruit leaves the ledger with a reason, and the trace gets
 * an event that declares the harvest wrong (EPCIS 2.0, 7.4.1.2). The harvest's record stays. Returns the batch codes.
 */
export async function undoHarvest(
  tx: Tx,
  moment: Moment,
  { harvestId, byUser }: { harvestId: string; byUser: string },
): Promise<Result<string[], UndoHarvestRefusal>> {
  const harvest = await tx.harvest.findUnique({ where: { id: harvestId } });
  if (!harvest || harvest.recordedBy !== byUser) return fail({ code: 'harvest_unknown' });
  const age = moment.now.getTime() - harvest.recordedAt.getTime();
  if (age > UNDO_MINUTES * 60_000) return fail({ code: 'harvest_too_old', minutes: UNDO_MINUTES });
  const reason = 'ghi nhầm, xã viên hủy';
  const taken = await undoReceipt(tx, moment, { harvestId, reason, byUser });
  if (await tx.harvestUndone.findUnique({ where: { harvestId } }))
    return fail({ code: 'harvest_undone_before' });
  if (!taken.ok) return taken;
  await tx.harvestUndone.create({ data: { harvestId, at: moment.now, byUser, reason } });
  for (const { id, body } of await eventsAbout(tx, [{ subject: 'harvest', id: harvestId }])) {
    if (body.errorDeclaration) continue;
    const told = await recordCorrection(tx, moment, {
      eventId: id,
      reason: 'did_not_occur',
      correctedBy: [],
    });
    if (!told.ok) throw new Error(`${told.error.code} ${id}`);
  }
  return taken;
}
