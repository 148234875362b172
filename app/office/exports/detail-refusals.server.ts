import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

/** Everything that a detail of the cooperative may be refused for. */
export type DetailRefusal = Extract<ApiOutputs['coopDetails']['write'], { ok: false }>['error'];

type Own = Extract<DetailRefusal['code'], 'packing_house_form' | 'detail_day_out_of_range'>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<DetailRefusal, { code: C }>, locale: Locale) => Said };

/** What is said of a detail that was refused, and beside which field. */
export const DETAIL_SAYINGS: Sayings = {
  packing_house_form: () => ({ status: 422, field: 'value', words: m.papers_say_packing_house() }),
  detail_day_out_of_range: ({ oldest, newest }, locale) => ({
    status: 422,
    field: 'fromDay',
    words: m.law_say_day({ oldest: formatDay(oldest, locale), newest: formatDay(newest, locale) }),
  }),
};
