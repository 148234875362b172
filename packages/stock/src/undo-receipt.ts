import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** Why what came in cannot be taken back. */
export type UndoReceiptRefusal = { code: 'lot_in_use'; batch: string };

/**
 * Takes all fruit of a harvest off the ledger again, with the reason, if it came in by mistake: every lot of it must
 * lie there as it came, with nothing reserved, packed, sorted or lost. Returns the batch codes.
 */
export async function undoReceipt(
  tx: Tx,
  moment: Moment,
  { harvestId, reason, byUser }: { harvestId: string; reason: string; byUser: string },
): Promise<Result<string[], UndoReceiptRefusal>> {
  const named = await tx.lot.findMany({ where: { harvestId }, select: { id: true } });
  await lockRows(
    tx,
    'lot_balance',
    named.map(({ id }) => id),
  );
  const lots = await tx.lot.findMany({ where: { harvestId }, include: { balance: true, moves: true } });
  for (const { batch, balance, moves } of lots) {
    const [came, ...since] = moves;
    const isAsItCame = came?.kind === 'receive' && came.grams === balance?.onHandGrams && since.length === 0;
    if (!isAsItCame || balance?.reservedGrams !== 0) return fail({ code: 'lot_in_use', batch });
  }
  await tx.stockMove.createMany({
    data: lots.map(({ id, moves: [came] }) => {
      return { lotId: id, kind: 'adjust', grams: -(came?.grams ?? 0), reason, at: moment.now, byUser };
    }),
  });
  return ok(lots.map(({ batch }) => batch));
}
