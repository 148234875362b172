import type { ApiOutputs } from '@baunghe/api';
import type { RoadStop } from '~/components/progress-road';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { nextOfPreorder, whyPreorderEnded } from './ahead/next-words';

/** An order as its buyer sees it. */
export type FollowedOrder = Extract<ApiOutputs['checkout']['follow'], { ok: true }>['value'];

const DAY = 86_400_000;

type Stop = { key: string; title: () => string; at: Date | null };

/** The stops of an order's road: those behind with their time, the next one, and those ahead. */
export function roadOf(order: FollowedOrder, locale: Locale): RoadStop[] {
  // A packed order of which a box was opened again is packed once more.
  const since = order.steps.map(({ to }) => to).lastIndexOf('placed');
  const reached = (state: FollowedOrder['state']) =>
    order.steps.slice(since).find((step) => step.to === state)?.at ?? null;
  const keptOnCard = order.card?.state === 'authorised' ? order.placedAt : null;
  // What an order that waits for its harvest has received is its deposit.
  const receivedAt = order.steps.at(-1)?.to === 'preordered' ? null : order.payment.receivedAt;
  const paid: Stop = { key: 'paid', title: m.order_stop_paid, at: receivedAt ?? keptOnCard };
  const way: Stop[] = [
    ...(order.preorder
      ? aheadOf(order)
      : [{ key: 'placed', title: m.order_stop_placed, at: order.placedAt }]),
    ...(order.method === 'cod' ? [] : [paid]),
    { key: 'packed', title: m.order_stop_packed, at: reached('packed') },
    { key: 'shipped', title: m.order_stop_shipped, at: reached('shipped') },
    { key: 'delivered', title: m.order_stop_delivered, at: reached('delivered') },
  ];
  const cancelled: Stop = { key: 'cancelled', title: m.order_stop_cancelled, at: reached('cancelled') };
  const stops = order.state === 'cancelled' ? [...way.filter((stop) => stop.at), cancelled] : way;
  const next = stops.find((stop) => stop.at === null)?.key;
  return stops.map(({ key, title, at }) => ({
    key,
    title: title(),
    note: at ? formatInstant(at, locale) : undefined,
    state: key === 'cancelled' ? 'halted' : at ? 'done' : key === next ? 'now' : 'ahead',
  }));
}

/** The stops before the fruit of an order made ahead of its harvest is there. */
function aheadOf(order: FollowedOrder): Stop[] {
  const shared = order.steps.find(({ from, to }) => from === 'preordered' && to === 'placed')?.at ?? null;
  const deposit = shared ?? order.payment.receivedAt;
  return [
    { key: 'preordered', title: m.preorders_stop_ordered, at: order.placedAt },
    { key: 'deposit', title: m.preorders_stop_deposit, at: deposit },
    { key: 'shared', title: m.preorders_stop_shared, at: shared },
  ];
}

/** What happens next with an order, and when, in words. */
export function nextWords(order: FollowedOrder, locale: Locale): string {
  const say: Record<FollowedOrder['state'], () => string> = {
    preordered: () => nextOfPreorder(order, locale),
    placed: () => {
      if (order.after.replacement) return m.after_next_replacement();
      if (order.method === 'cod' && order.after.missing > 0)
        return m.order_next_cod({ total: formatDong(order.after.missing, locale) });
      if (order.payment.state === 'received' || order.card?.state === 'authorised')
        return m.order_next_paid();
      if (order.method === 'card') return m.order_next_card();
      if (order.after.missing < order.total)
        return m.after_next_missing({ missing: formatDong(order.after.missing, locale) });
      return m.order_next_transfer({ by: formatInstant(new Date(+order.placedAt + DAY), locale) });
    },
    packed: () => m.order_next_packed(),
    shipped: () =>
      m.order_next_shipped({
        carrier: order.shipment?.carrier ?? '',
        phone: spacedPhone(order.buyer.phone),
      }),
    delivered: () => m.order_next_delivered(),
    cancelled: () => {
      const why = order.steps.at(-1)?.why;
      if (order.steps.at(-1)?.from === 'preordered') return whyPreorderEnded(why);
      if (order.money.refunds.length > 0) return m.order_next_cancelled_refund();
      return why === 'transfer_late' ? m.order_next_cancelled_late() : m.order_next_cancelled();
    },
  };
  return say[order.state]();
}

/** A phone number as it is said in Vietnam: `0912 345 678`; a foreign one stays as it is. */
export function spacedPhone(e164: string): string {
  const local = /^\+84(\d{9,10})$/.exec(e164)?.[1];
  return local ? `0${local}`.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3') : e164;
}
