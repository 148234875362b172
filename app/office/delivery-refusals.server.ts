import type { ApiOutputs } from '@baunghe/api';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Delivery = ApiOutputs['delivery'];
type Refused = Extract<Delivery['keepArea' | 'removeArea' | 'closeDays'], { ok: false }>['error'];
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Refused['code']]: (refusal: Extract<Refused, { code: C }>, locale: Locale) => Said };

/** What the office says of an area or of closed days that were not kept. */
export const DELIVERY_SAYINGS: Sayings = {
  area_unknown: () => ({ status: 404, words: m.delivery_say_area_unknown() }),
  province_unknown: () => ({ status: 422, field: 'provinceCodes', words: m.delivery_say_province_unknown() }),
  province_taken: ({ placeVi, placeEn, areaVi, areaEn }, locale) => ({
    status: 409,
    field: 'provinceCodes',
    words: m.delivery_say_province_taken(
      locale === 'en' ? { place: placeEn, area: areaEn } : { place: placeVi, area: areaVi },
    ),
  }),
  fee_missing: () => ({ status: 422, field: 'steps', words: m.delivery_say_fee() }),
  steps_descend: () => ({ status: 422, field: 'steps', words: m.delivery_say_steps() }),
  days_out_of_order: ({ most }) => ({ status: 422, field: 'to', words: m.delivery_say_order({ most }) }),
};
