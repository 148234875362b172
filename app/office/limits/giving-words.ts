import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

const WORDS = { refund: m.limits_act_refund, credit: m.limits_act_credit, anew: m.limits_act_anew };

/** What is given away, in a few words with its sum. */
export const givingWords = (
  { act, amount }: { act: keyof typeof WORDS; amount: number },
  locale: Locale,
): string => WORDS[act]({ amount: formatDong(amount, locale) });
