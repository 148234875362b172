import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;
type Bulk = ApiOutputs['bulkSteps']['ship' | 'want'][number]['answer'];

/** Everything that a form about carriers may be refused for. */
export type CarrierFormRefusal =
  | RefusedBy<ApiOutputs['carriers']['want' | 'unwant' | 'lookedAt']>
  | RefusedBy<ApiOutputs['carriers']['nameWard' | 'takePayout' | 'undoPayout' | 'wardsFor']>
  | RefusedBy<ApiOutputs['officeOrders']['ship' | 'deliver']>
  | RefusedBy<Bulk>;

type Own = Extract<
  CarrierFormRefusal['code'],
  | 'carrier_not_set_up'
  | 'carrier_wanted'
  | 'consignment_unknown'
  | 'consignment_alive'
  | 'parcel_over_weight'
  | 'collect_over_most'
  | 'order_demo'
  | 'photos_enough'
  | 'ward_list_away'
  | 'ward_not_listed'
  | 'cash_unknown'
  | 'payout_too_much'
  | 'payout_differs'
  | 'payout_by_line'
  | 'payout_unknown'
  | 'payout_undone'
>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<CarrierFormRefusal, { code: C }>, locale: Locale) => Said };

/** What the office says of an order that no carrier was given. */
export const CARRIER_SAYINGS: Sayings = {
  carrier_not_set_up: () => ({ status: 409, words: m.carriers_say_not_set_up() }),
  carrier_wanted: () => ({ status: 422, field: 'carrier', words: m.carriers_say_wanted() }),
  consignment_unknown: () => ({ status: 409, words: m.carriers_say_unknown() }),
  consignment_alive: () => ({ status: 409, words: m.carriers_say_alive() }),
  parcel_over_weight: ({ mostGrams }, locale) => ({
    status: 409,
    words: m.carriers_say_heavy({ most: formatKilograms(mostGrams, locale) }),
  }),
  collect_over_most: ({ most }, locale) => ({
    status: 409,
    words: m.carriers_say_collect({ most: formatDong(most, locale) }),
  }),
  order_demo: () => ({ status: 409, words: m.carriers_say_demo() }),
  ward_list_away: () => ({ status: 503, words: m.carriers_ward_say_away() }),
  ward_not_listed: () => ({ status: 422, field: 'name', words: m.carriers_ward_say_not_listed() }),
  cash_unknown: () => ({ status: 409, words: m.carriers_cash_say_unknown() }),
  payout_too_much: ({ most }, locale) => ({
    status: 422,
    field: 'amount',
    words: m.carriers_cash_say_much({ most: formatDong(most, locale) }),
  }),
  payout_differs: () => ({ status: 409, field: 'amount', words: m.carriers_cash_say_line() }),
  payout_by_line: () => ({ status: 422, field: 'through', words: m.carriers_cash_say_by_line() }),
  payout_unknown: () => ({ status: 404, words: m.carriers_cash_say_payout() }),
  payout_undone: ({ at }, locale) => ({
    status: 409,
    words: m.carriers_cash_say_undone({ at: formatInstant(at, locale) }),
  }),
  photos_enough: ({ most }) => ({ status: 409, field: 'photo', words: m.carriers_say_photos({ most }) }),
};
