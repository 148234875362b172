import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { lockOrder } from '../lock-order.ts';

/** The most characters that a rating, or an answer to one, may have. */
export const MOST_WORDS = 600;

/** What a buyer says of a line of their order. */
export interface NewRating {
  lineId: string;
  /** 1 to 5. */
  stars: number;
  words: string | null;
  /** Whether their shortened name may stand beside it. */
  named: boolean;
}

/** Why a rating was not taken. */
export type RateRefusal = { code: 'line_unknown' | 'not_delivered' | 'rated_already' };

/** Takes a buyer's rating of a line, once, when the order was delivered. Returns its id. */
export async function rateLine(
  tx: Tx,
  moment: Moment,
  orderCode: string,
  { lineId, ...said }: NewRating,
): Promise<Result<{ id: string }, RateRefusal>> {
  const line = await tx.orderLine.findFirst({ where: { id: lineId, order: { code: orderCode } } });
  const order = line && (await lockOrder(tx, line.orderId));
  if (!order?.lines.some(({ id }) => id === lineId)) return fail({ code: 'line_unknown' });
  if (order.state !== 'delivered') return fail({ code: 'not_delivered' });
  if ((await tx.rating.count({ where: { lineId } })) > 0) return fail({ code: 'rated_already' });
  const id = newId('rat', moment);
  await tx.rating.create({ data: { id, lineId, ...said, at: moment.now } });
  return ok({ id });
}
