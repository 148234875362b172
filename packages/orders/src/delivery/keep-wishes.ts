import { fail, ok, type Result, type Ripeness, type Tx } from '@baunghe/db';
import { type DeliveryDay, dayKey } from './delivery-days.ts';

/** That an order is a present. */
export interface Gift {
  /** What the card in the box says. */
  note: string | null;
  /** Nothing in the box says what it cost. */
  noPrices: boolean;
  /** Whom it goes to, when that is not the buyer; the phone in E.164. */
  recipient: { name: string; phone: string } | null;
}

/** Whom a VAT invoice is made out to. */
export interface InvoiceTo {
  company: string;
  taxCode: string;
  address: string;
  email: string;
}

/** What a buyer wishes beside the fruit. */
export interface Wishes {
  /** The day on which it is to leave, of those that were offered; null: the soonest. */
  leaveOn?: Date | null;
  /** Kept only for fruit that ripens after it was cut. */
  ripeness?: Ripeness | null;
  gift?: Gift | null;
  invoice?: InvoiceTo | null;
}

/** The day that is meant of those offered; null where none is offered, since then the cooperative calls. */
export function chosenDay(
  days: readonly DeliveryDay[],
  leaveOn: Date | null,
): Result<DeliveryDay | null, { code: 'day_gone' }> {
  if (leaveOn === null || days.length === 0) return ok(days[0] ?? null);
  const chosen = days.find((day) => dayKey(day.leaveOn) === dayKey(leaveOn));
  return chosen ? ok(chosen) : fail({ code: 'day_gone' });
}

/** Gives an order another day, or none. */
export async function keepDay(tx: Tx, id: string, day: DeliveryDay | null): Promise<void> {
  const none = { leaveOn: null, arriveFrom: null, arriveOn: null };
  await tx.order.update({ where: { id }, data: day ?? none });
}

/** Writes down that an order is a present. */
export async function keepGift(tx: Tx, orderId: string, { note, noPrices, recipient }: Gift): Promise<void> {
  const to = { recipientName: recipient?.name ?? null, recipientPhone: recipient?.phone ?? null };
  await tx.orderGift.create({ data: { orderId, note, noPrices, ...to } });
}

/** Writes down whom an order's VAT invoice is made out to. */
export async function keepInvoice(tx: Tx, orderId: string, invoice: InvoiceTo): Promise<void> {
  await tx.orderInvoice.create({ data: { orderId, ...invoice } });
}
