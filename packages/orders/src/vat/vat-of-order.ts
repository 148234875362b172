import type { VatKind } from '@baunghe/db';
import { type Dong, dong, share, sumDong, taxWithin as within } from '@baunghe/money';

/** How something is treated for VAT; the rate in hundredths of a percent. */
export interface Vat {
  kind: VatKind;
  rate: number;
}

/** A part of an order's money: a line, or delivery. */
export interface TaxedPart extends Vat {
  /** What it is booked as before a voucher, and what of the voucher falls on it. */
  before: Dong;
  off: Dong;
  /** What is paid of it, tax within. */
  paid: Dong;
  tax: Dong;
}

/** An order's money with the tax that is in it. */
export interface OrderVat {
  lines: Map<string, TaxedPart>;
  delivery: TaxedPart;
  /** The tax of all lines, and with delivery's. */
  ofGoods: Dong;
  ofAll: Dong;
}

/** The tax within a sum that holds it: prices are told with tax. Rounded to the đồng, a half upwards. */
export function taxWithin(paid: Dong, { kind, rate }: Vat): Dong {
  return kind === 'rate' ? within(paid, rate) : dong(0);
}

/**
 * The tax of each line of an order and of its delivery. What a voucher takes off lowers what is taxed: it falls on the
 * lines by what they cost, and beyond them on delivery.
 */
export function vatOfOrder(order: {
  goods: Dong;
  discount: Dong;
  delivery: { sum: Dong } & Vat;
  lines: readonly ({ id: string; sum: Dong } & Vat)[];
}): OrderVat {
  const sums = order.lines.map(({ sum }) => sum);
  const befores = sumDong(sums) === 0 ? sums : share(order.goods, sums);
  const onGoods = dong(Math.min(order.discount, sumDong(befores)));
  const offs = onGoods === 0 ? befores.map(() => dong(0)) : share(onGoods, befores);
  const lines = new Map(
    order.lines.map(({ id, ...vat }, at) => [id, part(befores[at] ?? dong(0), offs[at] ?? dong(0), vat)]),
  );
  const delivery = part(order.delivery.sum, dong(order.discount - onGoods), order.delivery);
  const ofGoods = sumDong([...lines.values()].map(({ tax }) => tax));
  return { lines, delivery, ofGoods, ofAll: dong(ofGoods + delivery.tax) };
}

function part(before: Dong, off: Dong, { kind, rate }: Vat): TaxedPart {
  const paid = dong(Math.max(0, before - off));
  return { before, off, paid, kind, rate, tax: taxWithin(paid, { kind, rate }) };
}
