import * as m from '~/paraglide/messages.js';
import type { FollowedOrder } from '../order-road';

type Kind = FollowedOrder['after']['changes'][number]['kind'];

const WORDS: Record<Kind, () => string> = {
  address: m.after_history_address,
  quantity: m.after_history_quantity,
  day: m.changes_history_day,
  ripeness: m.changes_history_ripeness,
  gift: m.changes_history_gift,
  invoice: m.changes_history_invoice,
};

/** What of an order was changed. */
export const changedWords = (kind: Kind): string => WORDS[kind]();
