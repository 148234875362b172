import type { PromiseState, ShareRule, Tx } from '@baunghe/db';

/** What an order ahead of the harvest was promised, and what came of it. */
export interface PreorderOfOrder {
  offerId: string;
  monday: Date;
  rule: ShareRule;
  depositPercent: number;
  state: PromiseState;
  /** Units that were ordered, whatever the line was cut to. */
  wanted: number;
  /** Units of them that are kept so far. */
  served: number;
}

/** The pre-order that an order is or was; null for one of fruit that was there. */
export async function preorderOfOrder(tx: Tx, orderId: string): Promise<PreorderOfOrder | null> {
  const promise = await tx.forecastPromise.findFirst({
    where: { line: { orderId } },
    include: { offer: true, line: { select: { unitGrams: true } } },
  });
  if (!promise) return null;
  const { offerId, state, grams, servedGrams, offer, line } = promise;
  const { monday, rule, depositPercent } = offer;
  const [wanted, served] = [grams / line.unitGrams, servedGrams / line.unitGrams];
  return { offerId, monday, rule, depositPercent, state, wanted, served };
}
