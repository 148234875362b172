import type { VatKind } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { soldFor } from '../weigh-order.ts';
import { type OrderVat, vatOfOrder } from './vat-of-order.ts';

/** What of an order's rows its tax comes of. */
export interface SoldRows {
  totalDong: bigint;
  finalDong: bigint | null;
  deliveryDong: bigint;
  discountDong: bigint;
  finalDiscountDong: bigint | null;
  deliveryVatKind: VatKind;
  deliveryVatRate: number;
  lines: readonly {
    id: string;
    lineDong: bigint;
    finalDong: bigint | null;
    vatKind: VatKind;
    vatRate: number;
  }[];
}

/** The tax of an order as it is booked: by what it weighs once that is known. */
export function vatOfSold(order: SoldRows): OrderVat {
  const { goods, discount } = soldFor(order);
  return vatOfOrder({
    goods,
    discount,
    delivery: {
      sum: dong(order.deliveryDong),
      kind: order.deliveryVatKind,
      rate: order.deliveryVatRate,
    },
    lines: order.lines.map(({ id, finalDong, lineDong, vatKind, vatRate }) => ({
      ...{ id, sum: dong(finalDong ?? lineDong), kind: vatKind, rate: vatRate },
    })),
  });
}

/** The tax of one rate within what is paid of an order; the rate in hundredths of a percent. */
export interface RateTax {
  rate: number;
  tax: Dong;
}

/** The tax within what is paid of an order, by rate, the lowest first. */
export function taxesOf(order: SoldRows): RateTax[] {
  const { lines, delivery } = vatOfSold(order);
  const byRate = new Map<number, Dong>();
  for (const { kind, rate, paid, tax } of [...lines.values(), delivery]) {
    if (kind === 'rate' && paid > 0) byRate.set(rate, dong((byRate.get(rate) ?? 0) + tax));
  }
  return [...byRate].map(([rate, tax]) => ({ rate, tax })).sort((a, b) => a.rate - b.rate);
}
