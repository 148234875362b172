import { formatDong } from '~/format';
import { refundReason } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import type { Telling } from './telling';

const SOURCE: Record<string, () => string> = {
  staff: m.money_event_staff,
  bank: m.money_event_bank,
  delivery: m.money_event_delivery,
  undone: m.money_event_undone,
  credit: m.credit_event,
  stripe: m.office_method_card,
};

/** Money that came in, and money that went back. */
export const MONEY_WORDS: Telling<
  'money_in' | 'card_page' | 'card_dispute' | 'refund_owed' | 'refund_given' | 'refund_dropped'
> = {
  money_in: ({ amount, source, reference }, locale) => ({
    title:
      amount < 0
        ? m.story_money_out({ amount: formatDong(-amount, locale) })
        : m.story_money_in({ amount: formatDong(amount, locale) }),
    more: [`${(SOURCE[source] ?? m.money_event_other)()} · ${reference}`],
    sign: 'receipt',
  }),
  card_page: ({ amount }, locale) => ({
    title: m.story_card_page({ amount: formatDong(amount, locale) }),
    sign: 'seal',
  }),
  card_dispute: ({ amount, status }, locale) => ({
    title: m.story_card_dispute({ amount: formatDong(amount, locale) }),
    more: [status],
    sign: 'care',
    tone: 'halted',
  }),
  refund_owed: ({ amount, reason, note }, locale) => ({
    title: m.story_refund_owed({ amount: formatDong(amount, locale) }),
    more: [refundReason(reason), note],
    sign: 'receipt',
  }),
  refund_given: ({ amount, reference, note }, locale) => ({
    title: m.story_refund_given({ amount: formatDong(amount, locale) }),
    more: [reference, note],
    sign: 'receipt',
  }),
  refund_dropped: ({ amount, note }, locale) => ({
    title: m.story_refund_dropped({ amount: formatDong(amount, locale) }),
    more: [note && m.story_why({ why: note })],
    sign: 'receipt',
  }),
};
