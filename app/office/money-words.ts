import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import * as m from '~/paraglide/messages.js';

export type Payment = ApiOutputs['money']['board']['rows'][number];
export type Line = ApiOutputs['bank']['lines']['rows'][number];
export type Refund = ApiOutputs['money']['refunds']['rows'][number];
export type Standing = Payment['standing'];

const STANDING: Record<Standing, { words: () => string; tone: BadgeTone }> = {
  refund_due: { words: m.money_standing_refund_due, tone: 'care' },
  over: { words: m.money_standing_over, tone: 'care' },
  short: { words: m.money_standing_short, tone: 'care' },
  sent_unpaid: { words: m.money_standing_sent_unpaid, tone: 'care' },
  waiting: { words: m.money_standing_waiting, tone: 'plain' },
  even: { words: m.money_standing_even, tone: 'done' },
};

/** How an order's money stands, in words and paint. */
export const standingLook = (standing: Standing): { words: string; tone: BadgeTone } => ({
  words: STANDING[standing].words(),
  tone: STANDING[standing].tone,
});

const REASON: Record<Refund['reason'], () => string> = {
  overpaid: m.money_reason_overpaid,
  paid_late: m.money_reason_paid_late,
  cancelled: m.money_reason_cancelled,
  weighed_less: m.money_reason_weighed_less,
  short_harvest: m.money_reason_short_harvest,
  changed: m.money_reason_changed,
  claim: m.money_reason_claim,
  returned: m.money_reason_returned,
};

/** Why money is owed back. */
export const refundReason = (reason: Refund['reason']): string => REASON[reason]();

const STATE: Record<Refund['state'], { words: () => string; tone: BadgeTone }> = {
  due: { words: m.money_refund_state_due, tone: 'care' },
  settled: { words: m.money_refund_state_settled, tone: 'done' },
  dropped: { words: m.money_refund_state_dropped, tone: 'plain' },
};

/** Whether a refund is given. */
export const refundLook = (state: Refund['state']): { words: string; tone: BadgeTone } => ({
  words: STATE[state].words(),
  tone: STATE[state].tone,
});

const PROVIDER: Record<string, () => string> = {
  sepay: m.money_by_sepay,
  payos: m.money_by_payos,
  statement: m.money_by_statement,
};

/** Who told of a movement. */
export const providerWords = (provider: string): string => PROVIDER[provider]?.() ?? provider;

/** What a movement is. */
export function lineIs({ is }: Line): string {
  if (!is) return m.money_is_unknown();
  if (is.kind === 'not_ours') return m.money_is_not_ours({ why: is.note ?? '' });
  if (is.kind === 'carrier') return m.carriers_line_is({ carrier: (is.note ?? '').toUpperCase() });
  const code = is.orderCode ?? '';
  return is.kind === 'order' ? m.money_is_order({ code }) : m.money_is_refund({ code });
}

type Account = ApiOutputs['money']['books'][number]['account'];

const ACCOUNT: Record<Account, () => string> = {
  bank: m.money_book_bank,
  cash: m.money_book_cash,
  buyers: m.money_book_buyers,
  sales: m.money_book_sales,
  delivery: m.money_book_delivery,
  card: m.money_book_card,
  credit: m.money_book_credit,
  claims: m.money_book_claims,
  vouchers: m.money_book_vouchers,
  fees: m.money_book_fees,
  settled: m.settlement_book_settled,
  members_owed: m.settlement_book_members_owed,
  cooperative: m.settlement_book_cooperative,
  advances: m.settlement_book_advances,
  vat: m.yearend_book_vat,
  other_income: m.yearend_book_other_income,
  costs: m.yearend_book_costs,
  surplus: m.yearend_book_surplus,
  common_fund: m.yearend_book_common_fund,
  members_surplus: m.yearend_book_members_surplus,
  members_capital: m.shares_book_capital,
  carriers: m.carriers_book,
};

/** An account of the books. */
export const accountWords = (account: Account): string => ACCOUNT[account]();
