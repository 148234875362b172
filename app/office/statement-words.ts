import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

/** A statement as its member reads it. */
export type Statement = Extract<ApiOutputs['statements']['one'], { ok: true }>['value'];

type In = { locale?: 'vi' | 'en' };

/** How a statement's sum comes about, step by step; a step of nothing is left out, but for the sale. */
export function sumRows(
  { sales, takenOff, coop, carried, advance }: Statement['sums'],
  in_: In = {},
): { name: string; dong: number }[] {
  const rows = [
    { name: m.settlement_taken_off({}, in_), dong: takenOff },
    { name: m.settlement_coop({}, in_), dong: 0 - coop },
    { name: m.settlement_carried({}, in_), dong: carried },
    { name: m.settlement_advance_off({}, in_), dong: 0 - advance },
  ];
  return [{ name: m.settlement_sales({}, in_), dong: sales }, ...rows.filter(({ dong }) => dong !== 0)];
}

/** What something was taken off for. */
export const offWords = (kind: Statement['corrections'][number]['kind']): string =>
  kind === 'returned' ? m.settlement_own_off_returned() : m.settlement_own_off_claim();

type Paying = Pick<Statement, 'account'> & {
  sums: Pick<Statement['sums'], 'pay'>;
  paid: { through: 'bank' | 'cash'; reference: string; at: Date | string } | null;
};

/** How a statement was paid, or how it will be. */
export function paidWords({ paid, account, sums }: Paying, locale: Locale, in_: In = {}): string {
  if (paid) {
    const how = { at: formatDay(paid.at, locale), reference: paid.reference };
    return paid.through === 'bank'
      ? m.settlement_paid_by_bank(how, in_)
      : m.settlement_paid_in_cash(how, in_);
  }
  if (sums.pay === 0) return m.settlement_nothing_to_pay({}, in_);
  if (!account) return m.settlement_own_paid_cash({}, in_);
  const { bin, bankName, account: number, holder } = account;
  return m.settlement_own_paid_to({ bank: bankName ?? bin, account: number, holder }, in_);
}
