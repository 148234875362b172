import { plusDays, type Tx } from '@baunghe/db';

/** How much of a member's fruit found buyers on one day, in grams. */
export interface WentOut {
  /** Promised that day and still to be packed. */
  reservedGrams: number;
  /** Packed that day. */
  packedGrams: number;
}

/** What was promised and packed of a member's lots on a day in Vietnam (its UTC midnight). */
export async function wentOut(tx: Tx, memberId: string, day: Date): Promise<WentOut> {
  const from = new Date(day.getTime() - 7 * 3_600_000);
  const during = { gte: from, lt: plusDays(from, 1) };
  const lot = { harvest: { plot: { memberId } } };
  const promised = await tx.reservation.aggregate({
    where: { state: 'active', lineId: { not: null }, createdAt: during, lot },
    _sum: { grams: true },
  });
  const packed = await tx.stockMove.aggregate({
    where: { kind: 'pack', at: during, lot },
    _sum: { grams: true },
  });
  return { reservedGrams: promised._sum.grams ?? 0, packedGrams: 0 - (packed._sum.grams ?? 0) };
}
