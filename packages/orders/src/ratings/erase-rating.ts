import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** Why a rating was not erased. */
export type EraseRatingRefusal = { code: 'rating_unknown' };

/**
 * Erases a buyer's rating of a line of their order, at their wish: its words and name go, nobody reads it any more and
 * its stars do not count. That there was one stays, so that a line is rated once. A second time changes nothing.
 */
export async function eraseRating(
  tx: Tx,
  moment: Moment,
  orderCode: string,
  lineId: string,
): Promise<Result<void, EraseRatingRefusal>> {
  const of = { lineId, line: { order: { code: orderCode } } };
  if ((await tx.rating.count({ where: of })) === 0) return fail({ code: 'rating_unknown' });
  await tx.rating.updateMany({ where: { ...of, erasedAt: null }, data: erasedAtOnce(moment) });
  return ok(undefined);
}

/** Erases all ratings of an order's lines. Returns how many. */
export async function eraseRatingsOf(tx: Tx, moment: Moment, orderId: string): Promise<number> {
  const { count } = await tx.rating.updateMany({
    where: { line: { orderId }, erasedAt: null },
    data: erasedAtOnce(moment),
  });
  return count;
}

const erasedAtOnce = ({ now }: Moment) => ({ words: null, named: false, erasedAt: now });
