import type { OrderState, Tx } from '@baunghe/db';

/** Up to how many orders are counted of a state: beyond that it is enough to know that there are more. */
export const MOST_COUNTED = 1000;

/** How many orders stand in each state, at most `MOST_COUNTED`, however many there are. */
export async function boardCounts(tx: Tx): Promise<Record<OrderState, number>> {
  const rows = await tx.$queryRaw<{ state: OrderState; count: number }[]>`
    SELECT s.state, n.count FROM unnest(enum_range(NULL::"OrderState")) AS s(state)
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (
      SELECT FROM "order" o WHERE o."state" = s.state LIMIT ${MOST_COUNTED}) few) n`;
  const of = (state: OrderState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    preordered: of('preordered'),
    placed: of('placed'),
    packed: of('packed'),
    shipped: of('shipped'),
    delivered: of('delivered'),
    cancelled: of('cancelled'),
  };
}
