import type { ApiOutputs } from '@baunghe/api';
import type { BadgeTone } from '~/components/badge';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { causeWords } from '../spoil-words';
import { percentOf } from './percent';

export type Year = ApiOutputs['yearEnd']['one'];
export type Side = keyof Year['sums'];
type Vat = Pick<NonNullable<ApiOutputs['vat']['list'][number]['now']>, 'kind' | 'rate'>;

/** On which side of the membership something stands. */
export const sideWords = (side: Side): string =>
  side === 'internal' ? m.yearend_internal() : m.yearend_external();

/** How far a year is, in words and paint. */
export function yearLook({
  closing,
  over,
}: {
  closing: { state: 'prepared' | 'approved' } | null;
  over: boolean;
}): { words: string; tone: BadgeTone } {
  if (closing?.state === 'approved') return { words: m.yearend_state_approved(), tone: 'done' };
  if (closing) return { words: m.yearend_state_prepared(), tone: 'care' };
  return over
    ? { words: m.yearend_state_over(), tone: 'care' }
    : { words: m.yearend_state_open(), tone: 'plain' };
}

type SumKey = keyof Year['sums']['internal'];

const SUM: Record<SumKey, () => string> = {
  sold: m.yearend_sold,
  orders: m.yearend_orders,
  kept: m.yearend_kept,
  delivery: m.yearend_delivery,
  other: m.yearend_other,
  claims: m.yearend_claims,
  vouchers: m.yearend_vouchers,
  fees: m.yearend_fees,
  costs: m.yearend_costs,
};

/** One of a year's sums. */
export const sumWords = (key: SumKey): string => SUM[key]();

/** Sums that are income, and those that are costs. */
export const INCOME = ['kept', 'delivery', 'other'] as const satisfies readonly SumKey[];
export const COST = ['claims', 'vouchers', 'fees', 'costs'] as const satisfies readonly SumKey[];

type Lost = Pick<Year['lost'][number], 'kind' | 'cause'>;

/** How fruit was lost. */
export function lostWords({ kind, cause }: Lost): string {
  if (kind === 'grade') return m.yearend_lost_grade();
  if (kind === 'destroyed') return m.yearend_lost_destroyed();
  if (kind === 'opened') return m.yearend_lost_opened();
  return kind === 'spoil' ? causeWords(cause ?? 'other') : m.yearend_lost_adjust();
}

/** How something is treated for VAT. */
export function vatWords({ kind, rate }: Vat, locale: Locale): string {
  if (kind === 'not_subject') return m.yearend_vat_not_subject();
  if (kind === 'not_declared') return m.yearend_vat_not_declared();
  return m.yearend_vat_rate({ percent: percentOf(rate, locale) });
}
