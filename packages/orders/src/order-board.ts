import {
  type CarrierState,
  type OrderState,
  type PaymentMethod,
  type PaymentState,
  Prisma,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type BoardPlace, boardKey, readingOf } from './board/board-key.ts';
import { type BoardSieve, conditionsOf } from './board/board-sieve.ts';
import { meantBy } from './board/find-on-board.ts';
import { reasonOf } from './carriers/consignments-of-order.ts';

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
  /** What its carrier told that somebody has to see to; null: nothing. */
  trouble: CarrierTroubleOfRow | null;
}

/** Where a parcel is that somebody has to see to, and why. */
export interface CarrierTroubleOfRow {
  carrier: string;
  whereabouts: CarrierState | null;
  /** What the carrier said when it was asked to take it on. */
  words: string | null;
  /** That its list has no ward that is surely this one; `words` name it. */
  wardUnknown: boolean;
  reason: { code: string | null; words: string | null } | null;
}

/** A page of the board and where those beside it begin. */
export interface OrderPage {
  rows: OrderRow[];
  /** Give as `after` for the next page; null at the end. */
  next: string | null;
  /** Give as `before` for the page before; null at the beginning. */
  previous: string | null;
}

/** What the board is asked for. */
export interface BoardAsked {
  sieve: BoardSieve;
  /** As typed into its search. */
  words: string;
  place: BoardPlace;
  limit: number;
}

/** The orders that pass a sieve and are meant by the words typed, paged by key: ids sort by the time they were made. */
export async function orderBoard(tx: Tx, now: Date, asked: BoardAsked): Promise<OrderPage> {
  const { place, limit } = asked;
  const { back, past } = readingOf(place);
  const found = await tx.$queryRaw<{ id: string }[]>(await idsOfPage(tx, now, asked));
  const more = found.length > limit;
  const ids = found.slice(0, limit).map(({ id }) => id);
  if (back) ids.reverse();
  const orders = await tx.order.findMany({ where: { id: { in: ids } }, include: ROW_PARTS });
  const rows = orders.map(rowOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    next: last && (back || more) ? boardKey(place.sort, last) : null,
    previous: first && (back ? more : past !== null) ? boardKey(place.sort, first) : null,
  };
}

/** The query of a page's ids, one more than it shows: its rows are then read by their ids alone. */
export async function idsOfPage(
  tx: Tx,
  now: Date,
  { sieve, words, place, limit }: BoardAsked,
): Promise<Prisma.Sql> {
  const { past, by } = readingOf(place);
  const meant = await meantBy(tx, words);
  const all = [
    ...conditionsOf(sieve, vietnamDay(now), place.sort),
    ...(meant ? [meant] : []),
    ...(past ? [past] : []),
  ];
  const where = all.length > 0 ? Prisma.join(all, ' AND ') : Prisma.sql`true`;
  return Prisma.sql`SELECT o."id" FROM "order" o WHERE ${where} ORDER BY ${by} LIMIT ${limit + 1}`;
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
  consignments: {
    where: { wantsStaff: true },
    orderBy: { wantedAt: 'desc' },
    take: 1,
    select: {
      carrier: true,
      whereabouts: true,
      trouble: true,
      wardUnknown: true,
      reasons: true,
      events: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { said: true, at: true } },
    },
  },
  _count: { select: { boxes: { where: { unpacking: null } } } },
} as const satisfies Prisma.OrderInclude;

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
    trouble: troubleOf(order.consignments),
  };
}

function troubleOf([consignment]: RowParts['consignments']): CarrierTroubleOfRow | null {
  if (!consignment) return null;
  const { carrier, whereabouts, trouble, wardUnknown, reasons, events } = consignment;
  // Why it is so now, not why something before it was.
  const reason = events[0] ? reasonOf(reasons, events[0]) : null;
  return { carrier, whereabouts, words: trouble, wardUnknown, reason };
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
