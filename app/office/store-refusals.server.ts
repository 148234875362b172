import type { ApiOutputs } from '@baunghe/api';
import { formatDay, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Store = ApiOutputs['store'];
type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form of the store may be refused for. */
export type StoreRefusal = RefusedBy<
  | Store['spoil' | 'grade' | 'addPlace' | 'move' | 'inspect' | 'readTemperature' | 'saveStocktake']
  | ApiOutputs['returns']['takeBack']
  | ApiOutputs['harvests']['undo']
  | ApiOutputs['corrections']['declare']
  | ApiOutputs['officeOrders']['packBox']
>;

type Said = { status: number; field?: string; words: string };
type Own =
  | 'grams_not_free'
  | 'parts_over_whole'
  | 'loss_unexplained'
  | 'place_unknown'
  | 'lot_is_there'
  | 'lot_moved_meanwhile'
  | 'lot_failed_meanwhile'
  | 'place_taken'
  | 'count_lot_unknown'
  | 'count_outdated'
  | 'count_unexplained'
  | 'count_below_kept'
  | 'box_unknown'
  | 'box_came_back'
  | 'heavier_than_it_left'
  | 'harvest_unknown'
  | 'harvest_undone_before'
  | 'harvest_too_old'
  | 'lot_in_use'
  | 'event_unknown'
  | 'event_corrected'
  | 'event_did_occur'
  | 'right_event_unknown'
  | 'lot_not_first';
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
  lot_moved_meanwhile: ({ place, at }, locale) => ({
    status: 409,
    field: 'placeCode',
    words: m.stock_say_lot_moved({ place: place.name, at: formatInstant(at, locale) }),
  }),
  lot_failed_meanwhile: ({ note }) => ({
    status: 409,
    field: 'passed',
    words: m.stock_say_lot_failed({ note }),
  }),
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
  box_unknown: () => ({ status: 404, words: m.stock_say_box_unknown() }),
  box_came_back: ({ at }, locale) => ({
    status: 409,
    words: m.stock_say_box_came_back({ at: formatInstant(at, locale) }),
  }),
  heavier_than_it_left: ({ mostGrams }, locale) => ({
    status: 422,
    field: 'grams',
    words: m.stock_say_heavier({ most: formatKilograms(mostGrams, locale) }),
  }),
  harvest_unknown: () => ({ status: 404, words: m.stock_say_undo_not_yours() }),
  harvest_undone_before: () => ({ status: 409, words: m.stock_say_undone_before() }),
  harvest_too_old: ({ minutes }) => ({ status: 409, words: m.stock_say_undo_too_late({ minutes }) }),
  lot_in_use: ({ batch }) => ({ status: 409, words: m.stock_say_undo_in_use({ batch }) }),
  event_unknown: () => ({ status: 404, words: m.stock_say_event_unknown() }),
  event_corrected: ({ at }, locale) => ({
    status: 409,
    words: m.stock_say_event_corrected({ at: formatInstant(at, locale) }),
  }),
  event_did_occur: () => ({ status: 409, field: 'reason', words: m.stock_say_event_did_occur() }),
  right_event_unknown: () => ({
    status: 422,
    field: 'rightEventId',
    words: m.stock_say_right_event_unknown(),
  }),
  lot_not_first: ({ batch, bestBefore }, locale) => ({
    status: 422,
    field: 'lotReason',
    words: m.stock_say_lot_not_first({ batch, day: formatDay(bestBefore, locale) }),
  }),
};
