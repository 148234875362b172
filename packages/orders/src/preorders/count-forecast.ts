import { lockRows, type Tx } from '@baunghe/db';
import { expectedGrams } from '@baunghe/farm';

/** What may be promised of a forecast beside what others of that variety and week have promised, in grams. */
export async function mayBePromised(
  tx: Tx,
  of: { varietyCode: string; monday: Date; forecastPercent: number; besideOffer: string | null },
): Promise<number> {
  const { varietyCode, monday, forecastPercent, besideOffer } = of;
  const expected = await expectedGrams(tx, varietyCode, monday);
  const others = await tx.preorderOffer.aggregate({
    where: { monday, product: { varietyCode }, ...(besideOffer ? { id: { not: besideOffer } } : {}) },
    _sum: { promisedGrams: true },
  });
  const all = Math.floor((expected * forecastPercent) / 100);
  return Math.max(0, all - (others._sum.promisedGrams ?? 0));
}

/**
 * Locks an offer and those of the same variety and week, and counts the forecast again: growers change their minds. What
 * is promised already stays so. Returns the offer; null when there is none.
 */
export async function lockAndCount(tx: Tx, offerId: string) {
  const found = await tx.preorderOffer.findUnique({ where: { id: offerId }, include: { product: true } });
  if (!found) return null;
  const { monday, forecastPercent } = found;
  const { varietyCode } = found.product;
  const together = await tx.preorderOffer.findMany({
    where: { monday, product: { varietyCode } },
    select: { id: true },
  });
  await lockRows(
    tx,
    'preorder_offer',
    together.map(({ id }) => id),
  );
  const may = await mayBePromised(tx, { varietyCode, monday, forecastPercent, besideOffer: offerId });
  const { promisedGrams } = await tx.preorderOffer.findUniqueOrThrow({ where: { id: offerId } });
  return tx.preorderOffer.update({
    where: { id: offerId },
    data: { mayPromiseGrams: Math.max(may, promisedGrams) },
    include: { product: true },
  });
}
