import type { ApiInputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

export type SpoilCause = ApiInputs['store']['spoil']['cause'];

const WORDS: Record<SpoilCause, () => string> = {
  rotten: m.stock_cause_rotten,
  overripe: m.stock_cause_overripe,
  bruised: m.stock_cause_bruised,
  pests: m.stock_cause_pests,
  past_day: m.stock_cause_past_day,
  sample: m.stock_cause_sample,
  other: m.stock_cause_other,
};

/** Why fruit is thrown away, in the order in which it happens most. */
export const SPOIL_CAUSES = Object.keys(WORDS) as SpoilCause[];

/** What a cause is called. */
export const causeWords = (cause: SpoilCause): string => WORDS[cause]();
