import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about a year, VAT or invoice data may be refused for. */
export type YearRefusal =
  | RefusedBy<
      ApiOutputs['yearEnd'][
        | 'payShare'
        | 'prepare'
        | 'approve'
        | 'drop'
        | 'addRule'
        | 'addDealing'
        | 'undoDealing'
        | 'correctSide']
    >
  | RefusedBy<ApiOutputs['capital']['add' | 'addCharter']>
  | RefusedBy<ApiOutputs['vat']['addRule' | 'lower']>
  | RefusedBy<ApiOutputs['invoices']['list']>;

type SaidElsewhere =
  | 'prepared_by_you'
  | 'order_unknown'
  | 'product_unknown'
  | 'period_turned_round'
  | 'member_unknown';
type Own = Exclude<YearRefusal['code'], SaidElsewhere | 'fields' | 'key_reused' | 'signed_out'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<YearRefusal, { code: C }>, locale: Locale) => Said };

/** What a year's own refusals say, and beside which field. */
export const YEAR_SAYINGS: Sayings = {
  year_not_over: ({ year }) => ({ status: 409, words: m.yearend_say_not_over({ year }) }),
  year_closed: ({ year }) => ({ status: 409, words: m.yearend_say_closed({ year }) }),
  year_prepared: ({ year }) => ({ status: 409, words: m.yearend_say_prepared({ year }) }),
  no_rule_for_year: ({ year }) => ({ status: 409, words: m.yearend_say_no_rule({ year }) }),
  year_unknown: () => ({ status: 404, words: m.yearend_say_unknown() }),
  year_end_closed: ({ at }, locale) => ({
    status: 409,
    words: m.yearend_say_end_closed({ at: formatInstant(at, locale) }),
  }),
  fund_too_small: () => ({ status: 422, field: 'percent', words: m.yearend_say_fund() }),
  capital_part_too_big: () => ({ status: 422, field: 'capitalPercent', words: m.shares_say_part() }),
  capital_day_ahead: () => ({ status: 422, field: 'day', words: m.yearend_say_day_ahead() }),
  capital_too_much: ({ most }, locale) => ({
    status: 422,
    field: 'amount',
    words: m.shares_say_too_much({ most: formatDong(most, locale) }),
  }),
  capital_over_part: ({ most }, locale) => ({
    status: 422,
    field: 'amount',
    words: most === 0 ? m.shares_say_part_full() : m.shares_say_over_part({ most: formatDong(most, locale) }),
  }),
  charter_day_ahead: () => ({ status: 422, field: 'fromDay', words: m.yearend_say_day_ahead() }),
  charter_day_taken: () => ({ status: 409, field: 'fromDay', words: m.shares_say_charter_day() }),
  share_unknown: () => ({ status: 404, words: m.shares_say_unknown() }),
  share_owes_nothing: () => ({ status: 409, words: m.shares_say_owes_nothing() }),
  share_paid: ({ at }, locale) => ({
    status: 409,
    words: m.shares_say_paid({ at: formatInstant(at, locale) }),
  }),
  year_rule_taken: () => ({ status: 409, field: 'fromYear', words: m.yearend_say_rule_taken() }),
  dealing_day_ahead: () => ({ status: 422, field: 'day', words: m.yearend_say_day_ahead() }),
  dealing_unknown: () => ({ status: 404, words: m.yearend_say_dealing_unknown() }),
  dealing_undone: () => ({ status: 409, words: m.yearend_say_dealing_undone() }),
  side_is_so: () => ({ status: 409, field: 'side', words: m.yearend_say_side() }),
  refund_holds_no_tax: () => ({ status: 409, words: m.shares_say_no_tax() }),
  vat_day_past: () => ({ status: 422, field: 'fromDay', words: m.yearend_vat_say_past() }),
  vat_day_taken: () => ({ status: 409, field: 'fromDay', words: m.yearend_vat_say_taken() }),
  period_too_long: ({ mostDays }) => ({
    status: 422,
    field: 'toDay',
    words: m.yearend_inv_say_long({ days: mostDays }),
  }),
};
