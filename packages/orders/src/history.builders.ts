import type { Database } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { receivePayment } from '@baunghe/payments';
import fc from 'fast-check';
import {
  cancelOrder,
  deliverOrder,
  lotsForLine,
  ordersPastTheirTransfer,
  packBox,
  shipOrder,
} from './index.ts';
import { aHarvest, at, checkOut, kept, STAFF } from './shop.builders.ts';

/** Something that happens in the shop; `order` counts through the orders there are. */
export type Deed =
  | { deed: 'harvest'; kilograms: number }
  | { deed: 'place'; boxes: number; kilograms: number; method: 'cod' | 'vietqr' }
  | { deed: 'pay'; order: number }
  | { deed: 'pack'; order: number; line: number; lot: number; units: number; extraPercent: number }
  | { deed: 'ship' | 'deliver' | 'cancel'; order: number }
  | { deed: 'wait'; hours: number };

const order = fc.nat(40);

/** Any deed, those that bring an order forward more often. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ deed: fc.constant('harvest'), kilograms: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constant('place'),
      boxes: fc.nat(2),
      kilograms: fc.nat(4),
      method: fc.constantFrom('cod', 'vietqr'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('pay'), order }) },
  {
    weight: 10,
    arbitrary: fc.record({
      deed: fc.constant('pack'),
      order,
      line: fc.nat(1),
      lot: fc.nat(3),
      units: fc.integer({ min: 1, max: 3 }),
      extraPercent: fc.constantFrom(0, 0, 3, 12, 50, 51),
    }),
  },
  { weight: 4, arbitrary: fc.record({ deed: fc.constantFrom('ship', 'deliver', 'cancel'), order }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('wait'), hours: fc.integer({ min: 1, max: 40 }) }) },
) as fc.Arbitrary<Deed>;

/** Lives through deeds over a shop. A deed that is refused changes nothing. */
export class History {
  private now = new Date('2026-06-07T01:00:00Z');
  private readonly orders: string[] = [];

  constructor(private readonly db: Database) {}

  /** Does a deed. Returns `done` or the code of its refusal. */
  async live(deed: Deed): Promise<string> {
    this.now = new Date(+this.now + 60_000);
    switch (deed.deed) {
      case 'harvest':
        await aHarvest(this.db, this.now, deed.kilograms * 1000);
        return 'done';
      case 'place':
        return this.place(deed);
      case 'wait':
        return this.wait(deed.hours);
      default: {
        const orderId = this.orders[deed.order % this.orders.length];
        return orderId ? this.move(orderId, deed) : 'no order yet';
      }
    }
  }

  private async place({ boxes, kilograms, method }: Extract<Deed, { deed: 'place' }>): Promise<string> {
    const cart = [
      { productId: 'pro_box', quantity: boxes },
      { productId: 'pro_kg', quantity: kilograms },
    ].filter((line) => line.quantity > 0);
    const placed = await checkOut(this.db, this.now, cart, method);
    if (placed.ok) this.orders.push(placed.value.orderId);
    return said(placed);
  }

  private async wait(hours: number): Promise<string> {
    this.now = new Date(+this.now + hours * 3_600_000);
    const late = await ordersPastTheirTransfer(this.db, this.now, 100);
    for (const orderId of late) await this.cancel(orderId, 'transfer_late');
    return late.length > 0 ? 'cancelled the late' : 'done';
  }

  private cancel(orderId: string, why: string) {
    return kept(this.db, (tx) => cancelOrder(tx, at(this.now), { orderId, byUser: null, why }));
  }

  private async move(
    orderId: string,
    deed: Exclude<Deed, { deed: 'harvest' | 'place' | 'wait' }>,
  ): Promise<string> {
    const moment = at(this.now);
    switch (deed.deed) {
      case 'pay':
        return this.pay(orderId);
      case 'pack':
        return this.pack(orderId, deed);
      case 'ship': {
        const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
        return said(await kept(this.db, (tx) => shipOrder(tx, moment, STAFF, shipping)));
      }
      case 'deliver':
        return said(await kept(this.db, (tx) => deliverOrder(tx, moment, STAFF, orderId)));
      case 'cancel':
        return said(await this.cancel(orderId, 'đổi ý'));
    }
  }

  private async pay(orderId: string): Promise<string> {
    const payment = await this.db.payment.findUniqueOrThrow({ where: { orderId } });
    if (payment.method === 'cod') return 'paid on delivery';
    const money = { orderId, source: 'staff', reference: payment.purpose, amount: dong(payment.amountDong) };
    const news = { ...money, into: 'bank' as const, byUser: null };
    return said(await kept(this.db, (tx) => receivePayment(tx, at(this.now), news)));
  }

  private async pack(orderId: string, deed: Extract<Deed, { deed: 'pack' }>): Promise<string> {
    const lines = await this.db.orderLine.findMany({ where: { orderId }, orderBy: { unitGrams: 'desc' } });
    const line = lines[deed.line % lines.length];
    if (!line) return 'no line';
    const lots = await lotsForLine(this.db, this.now, line.id);
    const lot = lots[deed.lot % lots.length];
    if (!lot) return 'no lot';
    const grams = Math.floor((deed.units * line.unitGrams * (100 + deed.extraPercent)) / 100);
    const box = { orderId, lineId: line.id, lotId: lot.lotId, units: deed.units, grams };
    return said(await kept(this.db, (tx) => packBox(tx, at(this.now), STAFF, box)));
  }
}

function said(result: { ok: true } | { ok: false; error: { code: string } }): string {
  return result.ok ? 'done' : result.error.code;
}

/** A day in which everything happens that can, so that no run proves its point on empty tables. */
export const FULL_DAY: Deed[] = [
  { deed: 'harvest', kilograms: 60 },
  { deed: 'place', boxes: 1, kilograms: 2, method: 'cod' },
  { deed: 'place', boxes: 2, kilograms: 0, method: 'vietqr' },
  { deed: 'place', boxes: 0, kilograms: 3, method: 'vietqr' },
  { deed: 'place', boxes: 9, kilograms: 0, method: 'cod' },
  { deed: 'harvest', kilograms: 11 },
  { deed: 'pack', order: 1, line: 0, lot: 0, units: 1, extraPercent: 0 },
  { deed: 'pay', order: 1 },
  { deed: 'pay', order: 1 },
  { deed: 'pack', order: 1, line: 0, lot: 1, units: 1, extraPercent: 3 },
  { deed: 'cancel', order: 1 },
  { deed: 'pack', order: 1, line: 0, lot: 0, units: 1, extraPercent: 12 },
  { deed: 'pack', order: 0, line: 0, lot: 0, units: 1, extraPercent: 51 },
  { deed: 'pack', order: 0, line: 0, lot: 0, units: 1, extraPercent: 0 },
  { deed: 'pack', order: 0, line: 1, lot: 0, units: 2, extraPercent: 0 },
  { deed: 'ship', order: 1 },
  { deed: 'ship', order: 0 },
  { deed: 'deliver', order: 0 },
  { deed: 'deliver', order: 0 },
  { deed: 'place', boxes: 1, kilograms: 0, method: 'cod' },
  { deed: 'cancel', order: 3 },
  { deed: 'wait', hours: 40 },
  { deed: 'pay', order: 2 },
];
