import type { Standing } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';

const STANDINGS: Record<Standing, true> = {
  refund_due: true,
  over: true,
  short: true,
  sent_unpaid: true,
  waiting: true,
  even: true,
};

/** The standings that orders can be looked for by. */
export const standings = Object.keys(STANDINGS) as Standing[];

const VIEWS = {
  differences: m.money_view_differences,
  lines: m.money_view_lines,
  refunds: m.money_view_refunds,
  all: m.money_view_all,
  statement: m.money_view_statement,
  closed: m.money_view_closed,
  books: m.money_view_books,
};

/** What the page shows one of, by `?show=`. */
export type View = keyof typeof VIEWS;

/** All of them, in their order on the page. */
export const views = Object.keys(VIEWS) as View[];

/** The view that an address names; what somebody should look at first otherwise. */
export function viewOf(show: string | null): View {
  return show !== null && Object.hasOwn(VIEWS, show) ? (show as View) : 'differences';
}

/** The standing that an address names, or none. */
export function standingOf(named: string | null): Standing | null {
  return named !== null && Object.hasOwn(STANDINGS, named) ? (named as Standing) : null;
}

/** How a view is called, with how much is in it where that is counted. */
export const viewWords = (view: View, count: number): string => VIEWS[view]({ count });
