import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about pre-orders may be refused for. */
export type PreorderRefusal = RefusedBy<ApiOutputs['preorders']['open' | 'shareOut' | 'close']>;

type Own = Exclude<PreorderRefusal['code'], 'product_unknown'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<PreorderRefusal, { code: C }>, locale: Locale) => Said };

/** What pre-orders' own refusals say, and beside which field. */
export const PREORDER_SAYINGS: Sayings = {
  no_bank_account: () => ({ status: 422, words: m.preorders_no_bank_text() }),
  sold_by_weight: () => ({ status: 422, field: 'productId', words: m.preorders_say_by_weight() }),
  last_day_out_of_range: ({ first, last }, locale) => ({
    status: 422,
    field: 'lastDay',
    words: m.preorders_say_last_day({ first: formatDay(first, locale), last: formatDay(last, locale) }),
  }),
  offer_exists: () => ({ status: 409, field: 'week', words: m.preorders_say_exists() }),
  nothing_forecast: () => ({ status: 422, field: 'week', words: m.preorders_say_no_forecast() }),
  offer_unknown: () => ({ status: 404, words: m.preorders_say_unknown() }),
  offer_closed: () => ({ status: 409, words: m.preorders_say_closed() }),
  nobody_waits: () => ({ status: 409, words: m.preorders_say_nobody() }),
  nothing_to_share: () => ({ status: 409, words: m.preorders_say_nothing() }),
};
