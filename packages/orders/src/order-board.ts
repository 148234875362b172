import type { OrderState, PaymentMethod, PaymentState, Tx } from '@baunghe/db';
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
    include: {
      payment: { select: { state: true } },
      lines: { select: { quantity: true } },
      ward: { select: { province: true } },
      _count: { select: { boxes: true } },
    },
  });
  const page = orders.slice(0, of.limit);
  const rows = page.map((order) => ({
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
  }));
  return { rows, next: orders.length > of.limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many orders stand in each state. */
export async function ordersByState(tx: Tx): Promise<Record<OrderState, number>> {
  const counts = await tx.order.groupBy({ by: ['state'], _count: true });
  const of = (state: OrderState) => counts.find((row) => row.state === state)?._count ?? 0;
  return {
    placed: of('placed'),
    packed: of('packed'),
    shipped: of('shipped'),
    delivered: of('delivered'),
    cancelled: of('cancelled'),
  };
}
