import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about money may be refused for. */
export type MoneyRefusal = RefusedBy<
  | ApiOutputs['bank']['assign' | 'setAside' | 'undo']
  | ApiOutputs['money']['settle' | 'drop']
  | ApiOutputs['credit']['grant' | 'payOut']
>;

type Own = Exclude<MoneyRefusal['code'], 'order_unknown'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<MoneyRefusal, { code: C }>, locale: Locale) => Said };

/** What money's own refusals say, and beside which field. */
export const MONEY_SAYINGS: Sayings = {
  line_settled: () => ({ status: 409, words: m.money_say_line_settled() }),
  line_other_way: () => ({ status: 422, words: m.money_say_line_other_way() }),
  refund_differs: () => ({ status: 409, words: m.money_say_refund_differs() }),
  credit_unknown: () => ({ status: 404, words: m.credit_say_unknown() }),
  credit_too_little: ({ most }, locale) => ({
    status: 409,
    field: 'amount',
    words: m.credit_say_too_little({ most: formatDong(most, locale) }),
  }),
  line_not_taken: () => ({ status: 409, words: m.money_say_line_not_taken() }),
  money_given_back: () => ({ status: 409, words: m.money_say_given_back() }),
  refund_unknown: () => ({ status: 404, words: m.money_say_refund_unknown() }),
  refund_closed: ({ at }, locale) => ({
    status: 409,
    words: m.money_say_refund_closed({ at: formatInstant(at, locale) }),
  }),
};
