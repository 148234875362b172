import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

/** An offer as buyers see it. */
export type Offer = ApiOutputs['preorders']['onSale'][number];

const SENTENCE: Record<Offer['rule'], () => string> = {
  oldest_first: m.preorders_rule_oldest_first,
  pro_rata: m.preorders_rule_pro_rata,
};

/** How a short harvest is shared out, in a sentence. */
export const ruleWords = (rule: Offer['rule']): string => SENTENCE[rule]();
