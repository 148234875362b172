import type { OrderBill } from '@baunghe/api';
import { arrivalWords } from '~/delivery/day-words';
import { formatDay, formatDong, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import { percentOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { type FollowedOrder, spacedPhone } from '../order-road';
import { placeName } from '../place-name';
import { unitsWords } from '../units';

/** What a bill needs to know of an order. */
type BilledOrder = Pick<
  FollowedOrder,
  | 'code'
  | 'state'
  | 'placedAt'
  | 'demo'
  | 'buyer'
  | 'ward'
  | 'province'
  | 'delivery'
  | 'discount'
  | 'finalDiscount'
  | 'voucher'
  | 'total'
  | 'final'
  | 'lines'
  | 'boxes'
  | 'day'
  | 'invoice'
  | 'taxes'
> & { after: Pick<FollowedOrder['after'], 'missing' | 'refunds'> };

/** An order as its bill says it, in Vietnamese or English: the bill's letters hold no Chinese. */
export function billOf(order: BilledOrder, page: Locale): OrderBill {
  const locale = page === 'vi' ? 'vi' : 'en';
  const in_ = { locale } as const;
  const dong = (amount: number) => formatDong(amount, locale);
  const { buyer, ward, province } = order;
  const discount = order.finalDiscount ?? order.discount;
  const total = order.final ?? order.total;
  const goods = total - order.delivery + discount;
  const to = [buyer.street, placeName(ward, locale), placeName(province, locale)].join(', ');
  return {
    cooperative: m.common_coop_name({}, in_),
    title: m.after_bill_title({}, in_),
    notTax: m.after_bill_not_tax({}, in_),
    demo: order.demo ? m.after_bill_demo({}, in_) : null,
    facts: [
      [m.after_bill_order({}, in_), order.code],
      [m.after_bill_placed({}, in_), formatInstant(order.placedAt, locale)],
      [m.after_bill_to({}, in_), `${buyer.name}, ${spacedPhone(buyer.phone)}`],
      ['', to],
      ...invoiceFacts(order, locale),
    ],
    heads: [
      m.after_bill_what({}, in_),
      m.after_bill_quantity({}, in_),
      m.after_bill_price({}, in_),
      m.after_bill_sum({}, in_),
    ],
    lines: order.lines.map(({ product, quantity, unitPrice, lineSum, marked, byWeight }) => [
      marked ? m.markdown_name({ product: nameIn(product, locale) }, in_) : nameIn(product, locale),
      unitsWords(quantity, product.saleUnit, locale),
      dong(unitPrice),
      dong(byWeight?.final?.sum ?? lineSum),
    ]),
    sums: [
      [m.after_bill_goods({}, in_), dong(goods)],
      [m.after_bill_delivery({}, in_), dong(order.delivery)],
      ...(order.voucher && discount > 0
        ? [[m.vouchers_discount_of({ code: order.voucher }, in_), `-${dong(discount)}`] as const]
        : []),
      ...order.taxes.map(
        ({ rate, tax }) =>
          [m.yearend_bill_vat({ percent: percentOf(rate, locale) }, in_), dong(tax)] as const,
      ),
      [m.after_bill_total({}, in_), dong(total)],
    ],
    notes: notesOf(order, locale),
    boxesTitle: m.after_bill_boxes({}, in_),
    boxes: order.boxes.map(({ serial, batch, cutOn, grams }) =>
      m.after_bill_box(
        { serial, batch, day: formatDay(cutOn, locale), weight: formatKilograms(grams, locale) },
        in_,
      ),
    ),
  };
}

function invoiceFacts({ day, invoice }: BilledOrder, locale: 'vi' | 'en'): [string, string][] {
  const in_ = { locale } as const;
  const facts: [string, string][] = [];
  if (day) facts.push([m.delivery_bill_day({}, in_), arrivalWords(day, locale)]);
  if (!invoice) return facts;
  facts.push([m.delivery_bill_invoice({}, in_), invoice.company]);
  facts.push([m.delivery_bill_tax_code({}, in_), invoice.taxCode], ['', invoice.address]);
  return facts;
}

function notesOf({ state, after }: BilledOrder, locale: 'vi' | 'en'): string[] {
  const in_ = { locale } as const;
  const missing = formatDong(after.missing, locale);
  const paid = after.missing === 0 ? m.after_bill_paid({}, in_) : m.after_bill_unpaid({ missing }, in_);
  const back = after.refunds.filter((refund) => refund.state === 'settled');
  return [
    state === 'cancelled' ? m.after_bill_cancelled({}, in_) : paid,
    ...back.map(({ amount }) => m.after_bill_refunds({ amount: formatDong(amount, locale) }, in_)),
  ];
}
