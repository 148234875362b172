import type { ApiOutputs } from '@baunghe/api';
import { formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Store = ApiOutputs['store'];
type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form of the store may be refused for. */
export type StoreRefusal = RefusedBy<
  Store['spoil' | 'grade' | 'addPlace' | 'move' | 'inspect' | 'readTemperature' | 'saveStocktake']
>;

type Said = { status: number; field?: string; words: string };
type Own = Exclude<
  StoreRefusal['code'],
  'lot_unknown' | 'lot_withdrawn' | 'photo_too_large' | 'photo_unreadable'
>;
type Sayings = { [C in Own]: (refusal: Extract<StoreRefusal, { code: C }>, locale: Locale) => Said };

/** What the store's own refusals say, and beside which field. */
export const STORE_SAYINGS: Sayings = {
  grams_not_free: ({ freeGrams, orders }, locale) => {
    const free = formatKilograms(freeGrams, locale);
    const words =
      orders.length > 0
        ? m.stock_say_grams_kept({ free, orders: orders.join(', ') })
        : m.stock_say_grams_not_there({ free });
    return { status: 409, field: 'grams', words };
  },
  parts_over_whole: ({ overGrams }, locale) => ({
    status: 422,
    field: 'grams',
    words: m.stock_say_parts_over({ over: formatKilograms(overGrams, locale) }),
  }),
  loss_unexplained: ({ lossGrams }, locale) => ({
    status: 422,
    field: 'lossReason',
    words: m.stock_say_loss({ loss: formatKilograms(lossGrams, locale) }),
  }),
  place_unknown: () => ({ status: 422, field: 'placeCode', words: m.stock_say_place_unknown() }),
  lot_is_there: () => ({ status: 409, field: 'placeCode', words: m.stock_say_lot_is_there() }),
  place_taken: () => ({ status: 409, field: 'code', words: m.stock_say_place_taken() }),
  count_lot_unknown: ({ batch }) => ({ status: 422, words: m.stock_say_count_lot_unknown({ batch }) }),
  count_outdated: ({ batch, onHandGrams }, locale) => ({
    status: 409,
    field: `kg_${batch}`,
    words: m.stock_say_count_outdated({ hand: formatKilograms(onHandGrams, locale) }),
  }),
  count_unexplained: ({ batch }) => ({
    status: 422,
    field: `why_${batch}`,
    words: m.stock_say_count_unexplained(),
  }),
  count_below_kept: ({ batch, keptGrams, orders }, locale) => ({
    status: 409,
    field: `kg_${batch}`,
    words: m.stock_say_count_below_kept({
      kept: formatKilograms(keptGrams, locale),
      orders: orders.join(', '),
    }),
  }),
};
