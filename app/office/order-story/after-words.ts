import { formatDong } from '~/format';
import { actWords } from '~/office/act-words';
import { FATES } from '~/office/recall/recall-words';
import * as m from '~/paraglide/messages.js';
import { reasonWords } from '~/shop/after/claim-words';
import type { Happened, Telling } from './telling';

const MESSAGE: Partial<Record<(Happened & { is: 'message' })['kind'], () => string>> = {
  order_placed: m.story_message_order_placed,
  order_paid: m.story_message_order_paid,
  order_packed: m.story_message_order_packed,
  order_shipped: m.story_message_order_shipped,
  order_delivered: m.story_message_order_delivered,
  order_cancelled: m.story_message_order_cancelled,
  order_changed: m.story_message_order_changed,
  claim_answered: m.story_message_claim_answered,
  harvest_shared: m.story_message_harvest_shared,
};

const STATE: Record<(Happened & { is: 'message' })['state'], () => string> = {
  queued: m.notices_state_queued,
  sent: m.notices_state_sent,
  delivered: m.notices_state_delivered,
  failed: m.notices_state_failed,
};

const RATED: Record<(Happened & { is: 'rating_act' })['kind'], () => string> = {
  hide: m.story_rating_hide,
  show: m.story_rating_show,
  answer: m.story_rating_answer,
};

/** What came of the fruit, what was told about it, and what else the office did. */
export const AFTER_WORDS: Telling<
  'claim' | 'claim_answer' | 'rating' | 'rating_act' | 'recall_told' | 'recall_answer' | 'message' | 'act'
> = {
  claim: ({ reason, words, late }) => ({
    title: m.story_claim({ reason: reasonWords(reason) }),
    more: [late && m.after_claim_late(), words],
    sign: 'care',
    tone: 'halted',
  }),
  claim_answer: ({ kind, amount, newOrder, words }, locale) => ({
    title: m.story_claim_answer({
      answer:
        kind === 'replace'
          ? m.after_answer_replace({ code: newOrder ?? '' })
          : kind === 'refund'
            ? m.after_answer_refund({ amount: formatDong(amount ?? 0, locale) })
            : m.after_answer_refuse(),
    }),
    more: [words],
    sign: 'message',
  }),
  rating: ({ stars, words }) => ({ title: m.story_rating({ stars }), more: [words], sign: 'fruit' }),
  rating_act: ({ kind, words }) => ({ title: RATED[kind](), more: [words], sign: 'message' }),
  recall_told: ({ code, reason }) => ({
    title: m.story_recall({ code }),
    more: [m.story_why({ why: reason })],
    sign: 'care',
    tone: 'halted',
  }),
  recall_answer: ({ code, fate }) => ({
    title: m.story_recall_answer({ code, fate: FATES[fate]() }),
    sign: 'message',
  }),
  message: ({ kind, state }) => ({
    title: m.story_message({ about: (MESSAGE[kind] ?? m.story_message_other)() }),
    more: [STATE[state]()],
    sign: 'message',
  }),
  act: ({ procedure }) => ({ title: m.story_act({ act: actWords(procedure) }), sign: 'person' }),
};
