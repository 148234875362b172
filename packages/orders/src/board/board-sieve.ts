import { type OrderState, type PaymentMethod, Prisma } from '@baunghe/db';
import type { BoardOrder } from './board-key.ts';
import { type ToDo, toDoIs } from './to-do.ts';

/** What an order may have beside its fruit. */
export const EXTRAS = ['wishes', 'gift', 'invoice', 'preorder'] as const;
export type Extra = (typeof EXTRAS)[number];

/** What the board is sifted by; all of it must hold, and null asks nothing. */
export interface BoardSieve {
  state: OrderState | null;
  todo: ToDo | null;
  method: PaymentMethod | null;
  paid: 'yes' | 'no' | null;
  /** The days between which it is to leave, both included. */
  leaveFrom: Date | null;
  leaveTo: Date | null;
  provinceCode: string | null;
  productId: string | null;
  varietyCode: string | null;
  has: readonly Extra[];
}

/** A sieve that lets everything through. */
export const ANY_ORDER: BoardSieve = {
  state: null,
  todo: null,
  method: null,
  paid: null,
  leaveFrom: null,
  leaveTo: null,
  provinceCode: null,
  productId: null,
  varietyCode: null,
  has: [],
};

const HAS: Record<Extra, Prisma.Sql> = {
  wishes: Prisma.sql`(o."ripeness" IS NOT NULL OR o."note" IS NOT NULL)`,
  gift: Prisma.sql`EXISTS (SELECT FROM "order_gift" g WHERE g."orderId" = o."id")`,
  invoice: Prisma.sql`EXISTS (SELECT FROM "order_invoice" i WHERE i."orderId" = o."id")`,
  preorder: Prisma.sql`EXISTS (SELECT FROM "order_line" l JOIN "forecast_promise" f ON f."lineId" = l."id"
    WHERE l."orderId" = o."id")`,
};

/** The sieve as conditions on a row `o` of the orders; `today` is the day in Vietnam. */
export function conditionsOf(sieve: BoardSieve, today: Date, sort: BoardOrder): Prisma.Sql[] {
  const { state, todo, method, paid, leaveFrom, leaveTo, provinceCode, productId, varietyCode } = sieve;
  const when = (given: unknown, condition: Prisma.Sql) => (given === null ? [] : [condition]);
  return [
    ...when(state, Prisma.sql`o."state" = ${state}::"OrderState"`),
    ...(todo === null ? [] : [toDoIs(todo, today)]),
    ...when(method, Prisma.sql`o."method" = ${method}::"PaymentMethod"`),
    ...(paid === null ? [] : [paidIs(paid)]),
    ...leavesBetween(leaveFrom, leaveTo, sort),
    ...when(provinceCode, Prisma.sql`o."provinceCode" = ${provinceCode}`),
    ...when(
      productId,
      Prisma.sql`EXISTS (SELECT FROM "order_line" l WHERE l."orderId" = o."id" AND l."productId" = ${productId} AND l."quantity" > 0)`,
    ),
    ...when(
      varietyCode,
      Prisma.sql`EXISTS (SELECT FROM "order_line" l JOIN "product" p ON p."id" = l."productId"
        WHERE l."orderId" = o."id" AND p."varietyCode" = ${varietyCode} AND l."quantity" > 0)`,
    ),
    ...sieve.has.map((extra) => HAS[extra]),
  ];
}

/** By leave day the rows are walked as they lie; else a day's orders are found first, not all orders read for theirs. */
function leavesBetween(from: Date | null, to: Date | null, sort: BoardOrder): Prisma.Sql[] {
  if (from === null && to === null) return [];
  const leaves = Prisma.sql`coalesce("leaveOn", 'infinity'::date)`;
  const within = Prisma.sql`${leaves} >= coalesce(${from}::date, '-infinity'::date)
    AND ${leaves} <= coalesce(${to}::date, '9999-12-31'::date)`;
  if (sort === 'leave') return [within];
  return [Prisma.sql`o."id" = ANY (ARRAY(SELECT "id" FROM "order" WHERE ${within}))`];
}

function paidIs(paid: 'yes' | 'no'): Prisma.Sql {
  const state = paid === 'yes' ? Prisma.sql`'received'` : Prisma.sql`'awaiting'`;
  return Prisma.sql`EXISTS (SELECT FROM "payment" p WHERE p."orderId" = o."id" AND p."state" = ${state})`;
}
