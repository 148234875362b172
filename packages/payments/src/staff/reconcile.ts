import { type OrderState, type PaymentMethod, type PaymentState, Prisma, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** How an order's money stands against what it costs; what somebody should look at comes first. */
export const STANDINGS = ['refund_due', 'over', 'short', 'sent_unpaid', 'waiting', 'even'] as const;
/** One of the standings. */
export type Standing = (typeof STANDINGS)[number];

/** A payment against its order. */
export interface Reconciled {
  paymentId: string;
  orderCode: string;
  orderState: OrderState;
  method: PaymentMethod;
  state: PaymentState;
  standing: Standing;
  amount: Dong;
  received: Dong;
  /** What a voucher took off it. */
  discount: Dong;
  /** Owed back or given back. */
  refund: Dong;
}

/** Which payments are shown: those that differ, those of one standing, or all. */
export type ReconcileShow = 'differences' | 'all' | Standing;

const SENT_UNPAID = Prisma.sql`p."state" = 'awaiting' AND (o."state" = 'delivered' OR (o."state" = 'shipped' AND p."method" <> 'cod'))`;
const STANDING = Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM "refund" r WHERE r."paymentId" = p."id" AND r."state" = 'due') THEN 'refund_due'
  WHEN p."receivedDong" - p."refundDong" > CASE p."state" WHEN 'cancelled' THEN 0 ELSE p."amountDong" END THEN 'over'
  WHEN p."state" = 'awaiting' AND p."receivedDong" > p."refundDong" THEN 'short'
  WHEN ${SENT_UNPAID} THEN 'sent_unpaid'
  WHEN p."state" = 'awaiting' THEN 'waiting'
  ELSE 'even' END`;
const ROWS = Prisma.sql`SELECT p."id" AS "paymentId", o."code" AS "orderCode", o."state"::text AS "orderState",
  p."method"::text AS "method", p."state"::text AS "state", p."amountDong", p."receivedDong", p."refundDong",
  coalesce(o."finalDiscountDong", o."discountDong") AS "discountDong",
  ${STANDING} AS "standing" FROM "payment" p JOIN "order" o ON o."id" = p."orderId"`;

type Row = Pick<Reconciled, 'paymentId' | 'orderCode' | 'orderState' | 'method' | 'state' | 'standing'> & {
  amountDong: bigint;
  receivedDong: bigint;
  refundDong: bigint;
  discountDong: bigint;
};

/** Payments against their orders, newest first, paged by key: ids sort by the time they were made. */
export async function reconcile(
  tx: Tx,
  { show, after, limit }: { show: ReconcileShow; after: string | null; limit: number },
): Promise<{ rows: Reconciled[]; next: string | null }> {
  const shown = show === 'all' ? STANDINGS : show === 'differences' ? STANDINGS.slice(0, 4) : [show];
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM (${ROWS}) each
    WHERE "standing" = ANY(${[...shown]}) AND (${after}::text IS NULL OR "paymentId" < ${after})
    ORDER BY "paymentId" DESC LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ amountDong, receivedDong, refundDong, discountDong, ...row }) => ({
      ...row,
      amount: dong(amountDong),
      received: dong(receivedDong),
      refund: dong(refundDong),
      discount: dong(discountDong),
    })),
    next: rows.length > limit ? (page.at(-1)?.paymentId ?? null) : null,
  };
}

/** How many payments stand in each way. */
export async function standings(tx: Tx): Promise<Record<Standing, number>> {
  const counts = await tx.$queryRaw<{ standing: Standing; count: bigint }[]>`
    SELECT "standing", count(*) AS "count" FROM (${ROWS}) each GROUP BY "standing"`;
  const of = (standing: Standing) => Number(counts.find((row) => row.standing === standing)?.count ?? 0);
  const [refund_due, over, short] = [of('refund_due'), of('over'), of('short')];
  return {
    refund_due,
    over,
    short,
    sent_unpaid: of('sent_unpaid'),
    waiting: of('waiting'),
    even: of('even'),
  };
}
