import { fail, lockRows, type Moment, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';

/** Fruit of a box that came back and may be sold again. */
export interface BroughtBack {
  lotId: string;
  returnId: string;
  eventId: string;
  grams: number;
  reason: string;
  byUser: string;
}

/** Books fruit back into the lot that it was packed from, while that is good: a held lot's fruit is held again. */
export async function bringBack(
  tx: Tx,
  moment: Moment,
  back: BroughtBack,
): Promise<Result<void, { code: 'lot_past_its_day' }>> {
  await lockRows(tx, 'lot_balance', [back.lotId]);
  const lot = await tx.lot.findUniqueOrThrow({ where: { id: back.lotId } });
  if (lot.bestBefore < vietnamDay(moment.now)) return fail({ code: 'lot_past_its_day' });
  await tx.stockMove.create({ data: { kind: 'return', at: moment.now, ...back } });
  return ok(undefined);
}
