import type { OrderState, PaymentMethod, PaymentState, Prisma, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** An order as a row of the board. */
export interface OrderRow {
  id: string;
  code: string;
  state: OrderState;
  method: PaymentMethod;
  paymentState: PaymentState;
  placedAt: Date;
  buyerName: string;
  provinceVi: string;
  provinceEn: string;
  total: Dong;
  units: number;
  boxes: number;
  /** The day on which it is to leave. */
  leaveOn: Date | null;
}

/** A page of the board and where the next begins. */
export interface OrderPage {
  rows: OrderRow[];
  /** Give as `after` for the next page; null at the end. */
  next: string | null;
}

/** Orders of a state (or all), newest first, paged by key: ids sort by the time they were made. */
export async function orderBoard(
  tx: Tx,
  of: { state: OrderState | null; after: string | null; limit: number },
): Promise<OrderPage> {
  const orders = await tx.order.findMany({
    where: { ...(of.state ? { state: of.state } : {}), ...(of.after ? { id: { lt: of.after } } : {}) },
    orderBy: { id: 'desc' },
    take: of.limit + 1,
    include: ROW_PARTS,
  });
  const page = orders.slice(0, of.limit);
  return { rows: page.map(rowOf), next: orders.length > of.limit ? (page.at(-1)?.id ?? null) : null };
}

/** What staff should do first. */
export interface OrdersToDo {
  /** Orders that can be packed now, the one that waits longest first. */
  toPack: OrderRow[];
  /** How many wait for their transfer. */
  awaitingTransfer: number;
}

/** What staff should do first: orders paid or to be paid on delivery that are not packed, at most `limit` of them. */
export async function ordersToDo(tx: Tx, limit: number): Promise<OrdersToDo> {
  const notKept = { state: 'awaiting', cards: { none: { state: 'authorised' } } } as const;
  const unpaid = { method: { in: ['vietqr', 'card'] }, payment: notKept } satisfies Prisma.OrderWhereInput;
  const toPack = await tx.order.findMany({
    where: { state: 'placed', NOT: unpaid },
    orderBy: [{ leaveOn: { sort: 'asc', nulls: 'first' } }, { placedAt: 'asc' }],
    take: limit,
    include: ROW_PARTS,
  });
  const awaitingTransfer = await tx.order.count({ where: { state: 'placed', ...unpaid } });
  return { toPack: toPack.map(rowOf), awaitingTransfer };
}

const ROW_PARTS = {
  payment: { select: { state: true } },
  lines: { select: { quantity: true } },
  ward: { select: { province: true } },
  _count: { select: { boxes: { where: { unpacking: null } } } },
} as const;

type RowParts = Prisma.OrderGetPayload<{ include: typeof ROW_PARTS }>;

function rowOf(order: RowParts): OrderRow {
  return {
    id: order.id,
    code: order.code,
    state: order.state,
    method: order.method,
    paymentState: order.payment?.state ?? ('awaiting' as const),
    placedAt: order.placedAt,
    buyerName: order.buyerName,
    provinceVi: order.ward.province.nameVi,
    provinceEn: order.ward.province.nameEn,
    total: dong(order.totalDong),
    units: order.lines.reduce((units, line) => units + line.quantity, 0),
    boxes: order._count.boxes,
    leaveOn: order.leaveOn,
  };
}

/** How many orders stand in each state. */
export async function ordersByState(tx: Tx): Promise<Record<OrderState, number>> {
  const counts = await tx.order.groupBy({ by: ['state'], _count: true });
  const of = (state: OrderState) => counts.find((row) => row.state === state)?._count ?? 0;
  return {
    preordered: of('preordered'),
    placed: of('placed'),
    packed: of('packed'),
    shipped: of('shipped'),
    delivered: of('delivered'),
    cancelled: of('cancelled'),
  };
}
