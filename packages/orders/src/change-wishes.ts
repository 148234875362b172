import {
  fail,
  type Moment,
  type OrderChangeKind,
  ok,
  type Result,
  type Ripeness,
  type Tx,
} from '@baunghe/db';
import { dong } from '@baunghe/money';
import { type DeliveryDay, dayKey } from './delivery/delivery-days.ts';
import { deliveryQuote } from './delivery/delivery-quote.ts';
import {
  chosenDay,
  type Gift,
  type InvoiceTo,
  keepDay,
  keepGift,
  keepInvoice,
} from './delivery/keep-wishes.ts';
import { wishesOf } from './delivery/wishes-of.ts';
import { type ChangedBy, type ChangeRefusal, gramsOf, keepChange, lockUnpacked } from './open-order.ts';

/** On which day an order is to leave instead. */
export interface NewDay extends ChangedBy {
  orderId: string;
  leaveOn: Date;
}

/** What is wished of an order instead: all of it, as the form shows it. */
export interface NewWishes extends ChangedBy {
  orderId: string;
  ripeness: Ripeness | null;
  gift: Gift | null;
  invoice: InvoiceTo | null;
}

/** What may be chosen for an order that is not packed yet. */
export interface WishChoices {
  /** The days on which it may leave, the soonest first. */
  days: DeliveryDay[];
  /** Whether fruit of it ripens after it was cut. */
  ripens: boolean;
}

/** What a buyer, or the cooperative for them, may choose now for an order as it stands. */
export async function wishChoices(tx: Tx, now: Date, orderId: string): Promise<WishChoices> {
  const order = await tx.order.findUnique({
    where: { id: orderId },
    include: { lines: { include: { product: { include: { variety: { select: { ripens: true } } } } } } },
  });
  if (!order) return { days: [], ripens: false };
  const quote = await deliveryQuote(tx, now, order.provinceCode, {
    goods: dong(order.goodsDong),
    grams: gramsOf(order.lines),
  });
  return {
    days: quote.ok ? quote.value.days : [],
    ripens: order.lines.some(({ quantity, product }) => quantity > 0 && product.variety.ripens),
  };
}

/** Gives an order that is not packed another day, of those that are offered for its place now. It costs the same. */
export async function changeDay(
  tx: Tx,
  moment: Moment,
  to: NewDay,
): Promise<Result<null, ChangeRefusal | { code: 'day_gone' }>> {
  const open = await lockUnpacked(tx, to.orderId);
  if (!open.ok) return open;
  const order = open.value;
  if (order.leaveOn && dayKey(order.leaveOn) === dayKey(to.leaveOn)) return fail({ code: 'nothing_changed' });
  const { days } = await wishChoices(tx, moment.now, order.id);
  const chosen = chosenDay(days, to.leaveOn);
  if (!chosen.ok) return chosen;
  if (!chosen.value) return fail({ code: 'day_gone' });
  await keepDay(tx, order.id, chosen.value);
  const { leaveOn, arriveFrom, arriveOn } = order;
  await keepChange(tx, moment, order, {
    ...{ kind: 'day', byUser: to.byUser, why: to.why ?? null, total: dong(order.totalDong) },
    before: daysTold({ leaveOn, arriveFrom, arriveOn }),
    after: daysTold(chosen.value),
  });
  return ok(null);
}

/** Changes how ripe the fruit is wished, for whom it is and to whom it is billed, while nothing is packed. */
export async function changeWishes(
  tx: Tx,
  moment: Moment,
  to: NewWishes,
): Promise<Result<null, ChangeRefusal>> {
  const open = await lockUnpacked(tx, to.orderId);
  if (!open.ok) return open;
  const order = open.value;
  const { id: orderId } = order;
  const [gift, invoice, choices] = [
    await tx.orderGift.findUnique({ where: { orderId } }),
    await tx.orderInvoice.findUnique({ where: { orderId } }),
    await wishChoices(tx, moment.now, orderId),
  ];
  const was = wishesOf({ ...order, gift, invoice });
  const ripeness = choices.ripens ? to.ripeness : null;
  const told: [OrderChangeKind, Told, Told][] = [
    ['ripeness', { ripeness: was.ripeness }, { ripeness }],
    ['gift', giftTold(was.gift), giftTold(to.gift)],
    ['invoice', invoiceTold(was.invoice), invoiceTold(to.invoice)],
  ];
  const changed = told.filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after));
  if (changed.length === 0) return fail({ code: 'nothing_changed' });
  await tx.order.update({ where: { id: orderId }, data: { ripeness } });
  await tx.orderGift.deleteMany({ where: { orderId } });
  if (to.gift) await keepGift(tx, orderId, to.gift);
  await tx.orderInvoice.deleteMany({ where: { orderId } });
  if (to.invoice) await keepInvoice(tx, orderId, to.invoice);
  const by = { byUser: to.byUser, why: to.why ?? null, total: dong(order.totalDong) };
  for (const [kind, before, after] of changed)
    await keepChange(tx, moment, order, { ...by, kind, before, after });
  return ok(null);
}

type Told = Record<string, string | number | null>;

function daysTold(day: { [P in keyof DeliveryDay]: Date | null }): Told {
  const key = (each: Date | null) => each && dayKey(each);
  return { leaveOn: key(day.leaveOn), arriveFrom: key(day.arriveFrom), arriveOn: key(day.arriveOn) };
}

const giftTold = (gift: Gift | null): Told => ({
  note: gift?.note ?? null,
  noPrices: gift?.noPrices ? 1 : 0,
  recipientName: gift?.recipient?.name ?? null,
  recipientPhone: gift?.recipient?.phone ?? null,
});

const invoiceTold = (invoice: InvoiceTo | null): Told => ({
  company: invoice?.company ?? null,
  taxCode: invoice?.taxCode ?? null,
  address: invoice?.address ?? null,
  email: invoice?.email ?? null,
});
