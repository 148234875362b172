import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { FollowedOrder } from '../order-road';

export type Claim = FollowedOrder['after']['claims'][number];
type Answer = Claim['answers'][number];

const REASON: Record<Claim['reason'], () => string> = {
  hard_flesh: m.after_reason_hard_flesh,
  burnt_tips: m.after_reason_burnt_tips,
  watery: m.after_reason_watery,
  worm: m.after_reason_worm,
  bruised: m.after_reason_bruised,
  unripe: m.after_reason_unripe,
  wrong_fruit: m.after_reason_wrong_fruit,
  other: m.after_reason_other,
};

/** What is wrong with fruit, in the words of TCVN 10739. */
export const reasonWords = (reason: ApiOutputs['claims']['ofLot'][number]['reason']): string =>
  REASON[reason]();

/** What a claim was answered with. */
export function answerWords({ kind, amount, newOrder }: Answer, locale: Locale): string {
  if (kind === 'replace') return m.after_answer_replace({ code: newOrder ?? '' });
  return kind === 'refund'
    ? m.after_answer_refund({ amount: formatDong(amount ?? 0, locale) })
    : m.after_answer_refuse();
}

const HOUR_MS = 3_600_000;

/** How long there is to make a claim, in words; `until` null: not delivered yet. */
export function timeLeftWords(until: Date | null, now: Date, locale: Locale): string {
  if (!until) return m.after_claim_left_open();
  const told = { until: formatInstant(until, locale) };
  const left = +until - +now;
  if (left < 0) return m.after_claim_left_late(told);
  const hours = Math.floor(left / HOUR_MS);
  return hours === 0 ? m.after_claim_left_soon(told) : m.after_claim_left_hours({ ...told, hours });
}
