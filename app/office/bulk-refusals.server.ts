import type { ApiOutputs } from '@baunghe/api';
import { formatDay, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that the office's forms about requests for much fruit may be refused for. */
export type BulkRefusal = RefusedBy<ApiOutputs['bulk']['quote' | 'decline']>;

type Own = Exclude<BulkRefusal['code'], 'ward_unknown' | 'sold_by_weight'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<BulkRefusal, { code: C }>, locale: Locale) => Said };

/** What their own refusals say, and beside which field. */
export const BULK_SAYINGS: Sayings & { ward_unknown: () => Said } = {
  bulk_unknown: () => ({ status: 404, words: m.bulk_office_unknown() }),
  bulk_state: () => ({ status: 409, words: m.bulk_office_say_state() }),
  quote_day_out_of_range: ({ oldest, newest }, locale) => ({
    ...{ status: 422, field: 'validUntil' },
    words: m.bulk_say_day({ oldest: formatDay(oldest, locale), newest: formatDay(newest, locale) }),
  }),
  quote_product: ({ at }) => ({
    ...{ status: 422, field: `lines.${at}.productId` },
    words: m.bulk_office_say_product(),
  }),
  quote_not_whole: ({ at, unitGrams }, locale) => ({
    ...{ status: 422, field: `lines.${at}.grams` },
    words: m.bulk_office_say_whole({ unit: formatKilograms(unitGrams, locale) }),
  }),
  quote_offer: () => ({ status: 422, field: 'offerId', words: m.bulk_office_say_offer() }),
  quote_deposit: () => ({ status: 422, field: 'deposit', words: m.bulk_office_say_deposit() }),
  ward_unknown: () => ({ status: 422, field: 'ward', words: m.errors_ward_unknown() }),
};
