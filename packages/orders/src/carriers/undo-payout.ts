import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { enterInBooks, unmatchPayout } from '@baunghe/payments';

/** Why a payout stays written down. */
export type UndoPayoutRefusal = { code: 'payout_unknown' } | { code: 'payout_undone'; at: Date };

/**
 * Undoes a payout that was booked wrongly: each of its orders is booked back by a counter-entry, the carrier holds their
 * cash again, and the movement that it was taken for is nobody's again. Nothing is removed; once only.
 */
export async function undoPayout(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { payoutId, why }: { payoutId: string; why: string },
): Promise<Result<void, UndoPayoutRefusal>> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT "orderId" FROM "carrier_cash" WHERE "payoutId" = ${payoutId} ORDER BY "orderId" FOR UPDATE`;
  const payout = await tx.carrierPayout.findUnique({
    where: { id: payoutId },
    include: { parts: { orderBy: { orderId: 'asc' } }, undoing: { select: { at: true } } },
  });
  if (!payout) return fail({ code: 'payout_unknown' });
  if (payout.undoing) return fail({ code: 'payout_undone', at: payout.undoing.at });
  if (held.length !== payout.parts.length) throw new Error(`payout ${payoutId} has lost some of its cash`);
  const told = { why, at: moment.now, byUser: by.userId };
  await tx.carrierPayoutUndoing.create({ data: { payoutId, ...told } });
  await tx.carrierCash.updateMany({ where: { payoutId }, data: { payoutId: null } });
  for (const { orderId, dong: cash, feeDong } of payout.parts) {
    await enterInBooks(tx, moment, {
      key: `undone:${payoutId}:${orderId}`,
      orderId,
      sides: [
        { account: 'carriers', dong: dong(cash) },
        { account: 'fees', dong: dong(-feeDong) },
        { account: payout.through, dong: dong(feeDong - cash) },
      ],
    });
  }
  await unmatchPayout(tx, moment, { payoutId, why, byUser: by.userId });
  return ok(undefined);
}
