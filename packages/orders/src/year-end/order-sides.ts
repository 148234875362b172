import { fail, lockSettlements, type Moment, ok, type Result, type Side, type Tx } from '@baunghe/db';
import { lockOrder } from '../lock-order.ts';

/** On which side an order was said to stand, by the database or by somebody with a reason. */
export interface SideTold {
  side: Side;
  why: string | null;
  at: Date;
  byUser: string | null;
}

/** What was said of an order, the newest first. */
export async function sidesOfOrder(tx: Tx, orderId: string): Promise<SideTold[]> {
  const rows = await tx.orderSide.findMany({ where: { orderId }, orderBy: { id: 'desc' } });
  return rows.map(({ side, why, at, byUser }) => ({ side, why, at, byUser }));
}

/** Why an order stays on its side. */
export type SideRefusal =
  | { code: 'order_unknown' }
  | { code: 'side_is_so' }
  /** It was settled in a year that is prepared or closed. */
  | { code: 'year_closed'; year: number };

/** Puts an order on the other side of the membership, with the reason. Waits for whoever closes a year. */
export async function correctSide(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { code, side, why }: { code: string; side: Side; why: string },
): Promise<Result<void, SideRefusal>> {
  await lockSettlements(tx);
  const found = await tx.order.findUnique({ where: { code }, select: { id: true } });
  const order = found && (await lockOrder(tx, found.id));
  if (!order) return fail({ code: 'order_unknown' });
  const [last] = await sidesOfOrder(tx, order.id);
  if (last?.side === side) return fail({ code: 'side_is_so' });
  const [closed] = await tx.$queryRaw<{ year: number }[]>`
    SELECT extract(year FROM s."closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS year
    FROM "box" b JOIN "settlement_line" l ON l."boxId" = b."id" JOIN "settlement" s ON s."id" = l."settlementId"
    WHERE b."orderId" = ${order.id} AND s."state" = 'approved' AND NOT year_is_open(s."closedAt") LIMIT 1`;
  if (closed) return fail({ code: 'year_closed', year: closed.year });
  await tx.orderSide.create({
    data: { orderId: order.id, side, why, at: moment.now, byUser: by.userId },
  });
  return ok(undefined);
}

/** An order with the side it stands on, for a list. */
export interface OrderOnSide extends SideTold {
  code: string;
  placedAt: Date;
  state: string;
  total: bigint;
}

/** Orders of a year that stand inside the membership or were put on their side by hand, the newest first. */
export function notableSides(tx: Tx, bounds: { begins: Date; ends: Date }): Promise<OrderOnSide[]> {
  return tx.$queryRaw<OrderOnSide[]>`
    SELECT o."code", o."placedAt", o."state"::text AS state, coalesce(o."finalDong", o."totalDong") AS total,
      s."side", s."why", s."at", s."byUser"
    FROM "order" o JOIN LATERAL (
      SELECT * FROM "order_side" t WHERE t."orderId" = o."id" ORDER BY t."id" DESC LIMIT 1) s ON true
    WHERE o."placedAt" >= ${bounds.begins} AND o."placedAt" < ${bounds.ends}
      AND (s."side" = 'internal' OR s."byUser" IS NOT NULL)
    ORDER BY o."placedAt" DESC LIMIT 200`;
}
