import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { type CreditRefused, creditSentence } from './credit-words';
import { fieldSentence } from './field-sentences';
import { lineKey } from './line-key';
import { placeName } from './place-name';
import type { NotPlaced, Outcome, Settled } from './place-order.server';
import { unitsWords } from './units';
import { type VoucherRefused, voucherSentence } from './voucher-words';

/** What a page says of an order that was not placed: a sentence above, sentences by field, and the HTTP status. */
export interface Said {
  status: 400 | 409 | 422 | 429 | 503;
  above: string;
  beside: Record<string, string>;
}

const STATUS = {
  fields: 400,
  cart_empty: 422,
  method_not_offered: 422,
  ward_unknown: 422,
  product_unlisted: 409,
  markdown_over: 409,
  total_changed: 409,
  not_delivered: 422,
  too_heavy: 422,
  day_gone: 409,
  not_enough_stock: 409,
  voucher_unknown: 422,
  voucher_not_begun: 409,
  voucher_ended: 409,
  voucher_used_up: 409,
  voucher_used_by_phone: 409,
  voucher_sum_small: 422,
  voucher_other_fruit: 422,
  too_many_codes: 429,
  credit_unknown: 422,
  credit_empty: 409,
  key_reused: 409,
  storage_full: 503,
} as const satisfies Record<NotPlaced['code'], Said['status']>;

type Refusals = {
  [C in NotPlaced['code']]: (error: Extract<NotPlaced, { code: C }>) => Omit<Said, 'status'>;
};

/** Puts a refusal into words; every code has its own, or this does not compile. */
export function sayNotPlaced(outcome: Extract<Outcome, { ok: false }>, locale: Locale): Said {
  const { error, settled, wanted, priced } = outcome;
  const above = (sentence: string) => ({ above: sentence, beside: {} });
  const total = formatDong(priced.total, locale);
  const credit = (refused: CreditRefused) => ({
    above: m.credit_mend(),
    beside: { credit: creditSentence(refused) },
  });
  const voucher = (refused: VoucherRefused) => ({
    above: m.vouchers_mend(),
    beside: { voucher: voucherSentence(refused, locale) },
  });
  const words: Refusals = {
    fields: ({ fields }) => sayFields(fields, settled, locale),
    cart_empty: () => above(m.errors_cart_empty()),
    method_not_offered: () => ({
      above: m.errors_method_not_offered(),
      beside: { method: m.errors_method_not_offered() },
    }),
    ward_unknown: () => ({ above: m.errors_ward_unknown(), beside: { ward: m.errors_ward_unknown() } }),
    product_unlisted: () => above(m.errors_product_unlisted({ total })),
    markdown_over: (over) => {
      const line = wanted.lines.find((each) => lineKey(each) === lineKey(over));
      return above(m.markdown_say_over({ product: line ? nameIn(line.product, locale) : '', total }));
    },
    total_changed: (changed) => above(m.errors_total_changed({ total: formatDong(changed.total, locale) })),
    not_delivered: () => ({ above: m.delivery_not_sent(), beside: { province: m.delivery_not_sent() } }),
    too_heavy: () => above(m.delivery_too_heavy()),
    day_gone: () => ({ above: m.delivery_day_gone(), beside: { leaveOn: m.delivery_day_gone() } }),
    not_enough_stock: ({ unitsLeft, ...short }) => {
      const line = wanted.lines.find((each) => lineKey(each) === lineKey(short));
      if (!line) return above(m.errors_product_unlisted({ total }));
      const product = nameIn(line.product, locale);
      if (unitsLeft === 0) return above(m.errors_order_sold_out({ product, total }));
      const left = unitsWords(unitsLeft, line.product.saleUnit, locale);
      return above(m.errors_order_reduced({ product, left, total }));
    },
    voucher_unknown: voucher,
    voucher_not_begun: voucher,
    voucher_ended: voucher,
    voucher_used_up: voucher,
    voucher_used_by_phone: voucher,
    voucher_sum_small: voucher,
    voucher_other_fruit: voucher,
    too_many_codes: (refused) => (wanted.credit?.refused ? credit(refused) : voucher(refused)),
    credit_unknown: credit,
    credit_empty: credit,
    key_reused: () => above(m.errors_key_reused()),
    storage_full: () => above(m.errors_storage_full()),
  };
  const say = words[error.code] as (error: NotPlaced) => Omit<Said, 'status'>;
  return { status: STATUS[error.code], ...say(error) };
}

/** What is said of fields that the gate refused, and of an address that was not found. */
export function sayFields(
  fields: Extract<NotPlaced, { code: 'fields' }>['fields'],
  settled: Settled,
  locale: Locale,
): Omit<Said, 'status'> {
  const beside: Record<string, string> = {};
  for (const [field, code] of Object.entries(fields)) beside[fieldOf(field)] = fieldSentence(code);
  if (settled.province.state === 'none') beside.province = m.errors_province_unknown();
  if (settled.province.state === 'several') beside.province = m.errors_province_several();
  if (beside.ward) beside.ward = sayWard(settled, locale) ?? beside.ward;
  const count = Object.keys(beside).length;
  return { above: beside.key ?? beside.lines ?? m.checkout_mend_fields({ count }), beside };
}

function sayWard({ province, ward }: Settled, locale: Locale): string | null {
  if (ward.state === 'waiting') return m.errors_ward_waiting();
  if (ward.state === 'several') return m.errors_ward_several();
  if (ward.state !== 'none' || province.state !== 'one') return null;
  return m.errors_ward_not_found({ province: placeName(province.place, locale) });
}

function fieldOf(path: string): string {
  const [first = path, ...inner] = path.split('.');
  const field = first === 'wishes' ? (inner.at(-1) ?? first) : first;
  if (field === 'provinceCode') return 'province';
  return field === 'wardCode' ? 'ward' : field;
}
