import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that a form about limits may be refused for. */
export type LimitsRefusal = RefusedBy<ApiOutputs['givings']['approve' | 'decline' | 'addRule']>;

type SaidElsewhere =
  | 'claim_unknown'
  | 'refund_too_much'
  | 'payment_cancelled'
  | 'units_over_line'
  | 'not_enough_stock'
  | 'nothing_to_keep';
type Own = Exclude<LimitsRefusal['code'], SaidElsewhere>;
type Said = { status: number; field?: string; words: string };
type Sayings = { [C in Own]: (refusal: Extract<LimitsRefusal, { code: C }>, locale: Locale) => Said };

/** What the refusals of limits say. */
export const LIMITS_SAYINGS: Sayings = {
  giving_unknown: () => ({ status: 404, words: m.limits_say_unknown() }),
  giving_closed: ({ at }, locale) => ({
    status: 409,
    words: m.limits_say_closed({ at: formatInstant(at, locale) }),
  }),
  asked_by_you: () => ({ status: 403, words: m.limits_say_own() }),
  giving_over_second: ({ most }, locale) => ({
    status: 403,
    words: m.limits_say_second({ most: formatDong(most, locale) }),
  }),
};
