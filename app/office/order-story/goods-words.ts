import { formatDong, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { methodWords, type OrderState, orderStateLook } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import type { Happened, Said, Telling } from './telling';

type Step = Happened & { is: 'step' };

const TO: Record<OrderState, () => string> = {
  preordered: m.preorders_step,
  placed: m.office_order_step_placed,
  packed: m.office_order_step_packed,
  shipped: m.office_order_step_shipped,
  delivered: m.office_order_step_delivered,
  cancelled: m.office_order_step_cancelled,
};

const WHY: Record<string, () => string> = {
  transfer_late: m.office_order_step_late,
  short_harvest: m.preorders_step_short,
};

function step({ from, to, why, method, weighed, shipped, request }: Step, locale: Locale): Said {
  const reopened = from === 'packed' && to === 'placed';
  return {
    title: reopened ? m.evidence_step_reopened() : TO[to](),
    more: [
      method && m.story_paid_by({ method: methodWords(method) }),
      request && m.story_of_request({ code: request }),
      weighed !== null && m.story_weighed({ amount: formatDong(weighed, locale) }),
      shipped && m.story_carrier({ carrier: shipped.carrier }),
      shipped?.tracking && m.story_tracking({ tracking: shipped.tracking }),
      why && m.story_why({ why: WHY[why]?.() ?? why }),
    ],
    sign: orderStateLook(to).sign,
    ...(to === 'cancelled' ? { tone: 'halted' } : {}),
  };
}

/** The ways of an order, its fruit and its boxes. */
export const GOODS_WORDS: Telling<
  'step' | 'fruit_kept' | 'fruit_given_back' | 'box_packed' | 'box_opened' | 'box_returned'
> = {
  step,
  fruit_kept: ({ grams, batches, until }, locale) => ({
    title: m.story_kept({ weight: formatKilograms(grams, locale) }),
    more: [lots(batches), until && m.story_until({ until: formatInstant(until, locale) })],
    sign: 'basket',
  }),
  fruit_given_back: ({ grams, batches }, locale) => ({
    title: m.story_given_back({ weight: formatKilograms(grams, locale) }),
    more: [lots(batches)],
    sign: 'basket',
  }),
  box_packed: ({ serial, batch, grams, lotReason }, locale) => ({
    title: m.story_box_packed({ serial, weight: formatKilograms(grams, locale) }),
    more: [m.story_box_lot({ batch }), lotReason && m.story_why({ why: lotReason })],
    sign: 'box',
  }),
  box_opened: ({ serial, batch, fate, reason }) => ({
    title: m.story_box_opened({ serial }),
    more: [
      fate === 'returned' ? m.story_box_opened_returned({ batch }) : m.story_box_opened_destroyed(),
      m.story_why({ why: reason }),
    ],
    sign: 'care',
  }),
  box_returned: ({ serial, grams, outcome, reason }, locale) => ({
    title: m.story_box_returned({ serial, weight: formatKilograms(grams, locale) }),
    more: [
      outcome === 'destroyed' ? m.story_box_opened_destroyed() : m.story_box_returned_store(),
      m.story_why({ why: reason }),
    ],
    sign: 'care',
  }),
};

const lots = (batches: readonly string[]): string => m.story_of_lots({ batches: batches.join(', ') });
