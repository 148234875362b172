import type { ApiOutputs, FieldsRefused } from '@baunghe/api';
import { formatDay, formatDong, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { BULK_SAYINGS, type BulkRefusal } from './bulk-refusals.server';
import { CARRIER_SAYINGS, type CarrierFormRefusal } from './carriers/carrier-refusals.server';
import { DELIVERY_SAYINGS } from './delivery-refusals.server';
import { DETAIL_SAYINGS, type DetailRefusal } from './exports/detail-refusals.server';
import { fieldWords } from './field-words.server';
import type { KeyReused, SignedOut } from './gate-answers.server';
import { LIMITS_SAYINGS, type LimitsRefusal } from './limits/limits-refusals.server';
import { MARKDOWN_SAYINGS, type MarkdownRefusal } from './markdown-refusals.server';
import { MONEY_SAYINGS, type MoneyRefusal } from './money-refusals.server';
import { orderStateWords } from './order-words';
import { PEOPLE_SAYINGS, type PeopleRefusal } from './people-refusals.server';
import { PREORDER_SAYINGS, type PreorderRefusal } from './preorder-refusals.server';
import { RECALL_SAYINGS, type RecallRefusal } from './recall/recall-refusals.server';
import { SETTLEMENT_SAYINGS, type SettlementRefusal } from './settlement-refusals.server';
import { STORE_SAYINGS, type StoreRefusal } from './store-refusals.server';
import { VOUCHER_SAYINGS, type VoucherFormRefusal } from './voucher-refusals.server';
import { YEAR_SAYINGS, type YearRefusal } from './year-refusals.server';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

type Orders = ApiOutputs['officeOrders'];

/** Everything that a form of the office may be refused for. */
export type Refusal =
  | RefusedBy<ApiOutputs['session']['signIn']>
  | RefusedBy<ApiOutputs['harvests']['record']>
  | RefusedBy<ApiOutputs['scans']['lookAtFlag' | 'lookAtReport' | 'eraseReport']>
  | RefusedBy<ApiOutputs['unpacking']['unpack']>
  | RefusedBy<ApiOutputs['epcis']['makeKey' | 'endKey']>
  | RefusedBy<ApiOutputs['withdrawals']['withdraw' | 'end']>
  | RefusedBy<ApiOutputs['state']['putStamp']>
  | RefusedBy<ApiOutputs['members']['add' | 'change']>
  | RefusedBy<ApiOutputs['ratings']['act']>
  | RefusedBy<ApiOutputs['orchards']['keepStory']>
  | RefusedBy<ApiOutputs['terms']['publish']>
  | RefusedBy<ApiOutputs['listings']['add' | 'change' | 'addVariety' | 'changeVariety']>
  | RefusedBy<ApiOutputs['notices']['sendAgain']>
  | RefusedBy<ApiOutputs['claims']['answer' | 'erase']>
  | RefusedBy<Orders['receiveTransfer' | 'packBox' | 'ship' | 'deliver' | 'cancel']>
  | RefusedBy<ApiOutputs['delivery']['keepArea' | 'removeArea' | 'closeDays']>
  | BulkRefusal
  | CarrierFormRefusal
  | DetailRefusal
  | StoreRefusal
  | LimitsRefusal
  | MarkdownRefusal
  | MoneyRefusal
  | PeopleRefusal
  | PreorderRefusal
  | SettlementRefusal
  | RecallRefusal
  | YearRefusal
  | VoucherFormRefusal
  | FieldsRefused
  | KeyReused
  | SignedOut;

type Code = Refusal['code'];

/** A refusal as a person reads it: the field it stands beside (none: above the form), and the answer's status. */
type Said = { status: number; field?: string; words: string };

type Sayings = { [C in Code]: (refusal: Extract<Refusal, { code: C }>, locale: Locale) => Said };

const SAYINGS: Sayings = {
  ...BULK_SAYINGS,
  ...CARRIER_SAYINGS,
  ...STORE_SAYINGS,
  ...MONEY_SAYINGS,
  ...LIMITS_SAYINGS,
  ...MARKDOWN_SAYINGS,
  ...PEOPLE_SAYINGS,
  ...PREORDER_SAYINGS,
  ...YEAR_SAYINGS,
  ...SETTLEMENT_SAYINGS,
  ...DELIVERY_SAYINGS,
  ...DETAIL_SAYINGS,
  ...VOUCHER_SAYINGS,
  ...RECALL_SAYINGS,
  wrong_phone_or_password: () => ({ status: 401, words: m.office_say_wrong_sign_in() }),
  too_many_tries: ({ retryAfterSeconds }) => ({
    status: 429,
    words: m.office_say_too_many_tries({ minutes: Math.ceil(retryAfterSeconds / 60) }),
  }),
  phone_invalid: () => ({ status: 422, field: 'phone', words: m.office_say_phone_invalid() }),
  fields: () => ({ status: 422, words: m.office_say_fields() }),
  key_reused: () => ({ status: 409, words: m.office_say_key_reused() }),
  signed_out: () => ({ status: 401, words: m.office_say_signed_out() }),

  plot_unknown: () => ({ status: 422, field: 'plotId', words: m.office_say_plot_unknown() }),
  plot_closed: () => ({ status: 409, field: 'plotId', words: m.office_say_plot_closed() }),
  variety_not_on_plot: () => ({
    status: 422,
    field: 'varietyCode',
    words: m.office_say_variety_not_on_plot(),
  }),
  // The harvest's weight and the box's: both carry the most, only the box's the least.
  weight_out_of_range: (refusal, locale) => ({
    status: 422,
    field: 'grams',
    words:
      'leastGrams' in refusal
        ? m.office_say_box_weight_range({
            least: formatKilograms(refusal.leastGrams, locale),
            most: formatKilograms(refusal.mostGrams, locale),
          })
        : m.office_say_harvest_weight_range({ most: formatKilograms(refusal.mostGrams, locale) }),
  }),
  day_out_of_range: ({ oldest, newest }, locale) => ({
    status: 422,
    field: 'cutOn',
    words: m.office_say_day_out_of_range({
      oldest: formatDay(oldest, locale),
      newest: formatDay(newest, locale),
    }),
  }),
  photo_too_large: ({ mostBytes }) => ({
    status: 413,
    field: 'photo',
    words: m.office_say_photo_too_large({ most: Math.floor(mostBytes / 1024 / 1024) }),
  }),
  photo_unreadable: () => ({ status: 422, field: 'photo', words: m.office_say_photo_unreadable() }),

  message_unknown: () => ({ status: 404, words: m.notices_say_message_unknown() }),
  message_not_failed: () => ({ status: 409, words: m.notices_say_message_not_failed() }),
  message_sent_again: () => ({ status: 409, words: m.notices_say_message_sent_again() }),
  member_code_taken: () => ({ status: 409, field: 'code', words: m.members_say_code_taken() }),
  member_not_shown: () => ({ status: 409, words: m.finding_say_member_not_shown() }),
  rating_unknown: () => ({ status: 404, words: m.finding_say_rating_unknown() }),
  rating_hidden: () => ({ status: 409, words: m.finding_say_rating_hidden() }),
  rating_shown: () => ({ status: 409, words: m.finding_say_rating_shown() }),
  member_unknown: () => ({ status: 404, words: m.members_say_unknown() }),
  gtin_invalid: () => ({ status: 422, field: 'gtin', words: m.listings_say_gtin_invalid() }),
  gtin_not_ours: () => ({ status: 422, field: 'gtin', words: m.listings_say_gtin_not_ours() }),
  gtin_taken: () => ({ status: 409, field: 'gtin', words: m.listings_say_gtin_taken() }),
  gtins_used_up: () => ({ status: 409, words: m.listings_say_gtins_used_up() }),
  variety_unknown: () => ({ status: 422, field: 'varietyCode', words: m.listings_say_variety_unknown() }),
  variety_code_taken: () => ({ status: 409, field: 'code', words: m.listings_say_code_taken() }),
  product_unknown: () => ({ status: 404, words: m.listings_say_product_unknown() }),

  terms_changed_meanwhile: ({ newest }) => ({ status: 409, words: m.law_say_changed({ number: newest }) }),
  terms_day_out_of_range: ({ oldest, newest }, locale) => ({
    status: 422,
    field: 'holdsFrom',
    words: m.law_say_day({ oldest: formatDay(oldest, locale), newest: formatDay(newest, locale) }),
  }),

  flag_unknown: () => ({ status: 404, words: m.office_say_scan_gone() }),
  flag_settled: () => ({ status: 409, words: m.office_say_scan_looked() }),
  report_unknown: () => ({ status: 409, words: m.office_say_scan_looked() }),

  report_erased: () => ({ status: 409, words: m.evidence_say_report_erased() }),

  stamp_not_the_states: () => ({
    status: 422,
    field: 'url',
    words: m.office_say_stamp_not_the_states(),
  }),

  order_unknown: () => ({ status: 404, words: m.office_say_order_unknown() }),
  order_state: ({ state }) => ({
    status: 409,
    words: m.office_say_order_state({ state: orderStateWords(state) }),
  }),
  payment_unknown: () => ({ status: 404, words: m.office_say_payment_unknown() }),
  payment_cancelled: () => ({ status: 409, words: m.office_say_payment_cancelled() }),
  amount_differs: ({ expected }, locale) => ({
    status: 409,
    field: 'amount',
    words: m.office_say_amount_differs({ expected: formatDong(expected, locale) }),
  }),
  already_received: ({ at }, locale) => ({
    status: 409,
    words: m.office_say_already_received({ at: formatInstant(at, locale) }),
  }),
  reference_used: () => ({ status: 409, field: 'reference', words: m.office_say_reference_used() }),

  line_unknown: () => ({ status: 404, words: m.office_say_line_unknown() }),
  not_paid_yet: () => ({ status: 409, words: m.office_say_not_paid_yet() }),
  units_over_line: ({ unitsLeft }) => ({
    status: 409,
    field: 'units',
    words: m.office_say_units_over_line({ left: unitsLeft }),
  }),
  lot_unknown: () => ({ status: 422, field: 'lotId', words: m.office_say_lot_unknown() }),
  lot_withdrawn: ({ since }, locale) => ({
    status: 409,
    words: m.office_say_lot_withdrawn({ at: formatInstant(since, locale) }),
  }),
  lot_not_withdrawn: () => ({ status: 409, words: m.office_say_lot_not_withdrawn() }),
  lot_other_fruit: () => ({ status: 409, field: 'lotId', words: m.office_say_lot_other_fruit() }),
  lot_held: () => ({ status: 409, field: 'lotId', words: m.office_say_lot_held() }),
  lot_past_its_day: () => ({ status: 409, field: 'lotId', words: m.office_say_lot_past_its_day() }),
  lot_too_little: ({ gramsLeft }, locale) => ({
    status: 409,
    field: 'lotId',
    words: m.office_say_lot_too_little({ left: formatKilograms(gramsLeft, locale) }),
  }),

  box_called_back: ({ batch }) => ({ status: 409, words: m.office_say_box_called_back({ batch }) }),
  box_unknown: () => ({ status: 404, words: m.evidence_say_box_unknown() }),
  box_unpacked: ({ at }, locale) => ({
    status: 409,
    words: m.evidence_say_box_unpacked({ at: formatInstant(at, locale) }),
  }),
  claim_unknown: () => ({ status: 404, words: m.after_office_say_gone() }),
  claim_granted: () => ({ status: 409, words: m.after_office_say_granted() }),
  claim_erased: () => ({ status: 409, words: m.after_office_say_erased() }),
  nothing_to_keep: () => ({ status: 409, field: 'kind', words: m.credit_claim_cannot() }),
  giving_waits: () => ({ status: 409, words: m.limits_say_waits() }),
  refund_too_much: ({ most }, locale) => ({
    status: 409,
    field: 'amount',
    words: m.after_office_say_much({ most: formatDong(most, locale) }),
  }),
  not_enough_stock: ({ unitsLeft }) => ({
    status: 409,
    field: 'units',
    words: m.after_office_say_stock({ left: unitsLeft }),
  }),
  key_shown_once: () => ({ status: 409, words: m.papers_say_key_shown_once() }),
  key_unknown: () => ({ status: 409, words: m.evidence_say_key_unknown() }),
  already_packing: () => ({ status: 409, words: m.office_say_already_packing() }),
};

/** What a form shows of a refusal: a sentence above it, or sentences beside its fields, by the fields' names. */
export interface Problem {
  status: number;
  above: string | null;
  beside: Record<string, string>;
}

/** Says a refusal in words. `beside` adds what the page itself found wrong with a field. */
export function problemOf(refusal: Refusal, locale: Locale, beside: Record<string, string> = {}): Problem {
  const say = SAYINGS[refusal.code] as (refusal: Refusal, locale: Locale) => Said;
  const { status, field, words } = say(refusal, locale);
  if (refusal.code === 'fields') {
    const fields = Object.entries(refusal.fields).map(([name, code]) => [name, fieldWords(code)]);
    const above = refusal.fields.key ? fieldWords(refusal.fields.key) : words;
    return { status, above, beside: { ...Object.fromEntries(fields), ...beside } };
  }
  return { status, above: field ? null : words, beside: field ? { [field]: words } : {} };
}
