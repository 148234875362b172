import type { ApiInputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import type { Question, RowsOf } from './paths';

type PeriodAsked = ApiInputs['seeing']['look']['period'];
type RowsAsked = ApiInputs['seeing']['rows'];

/** A period as an address asks for it; where its days are none, the season and what is wrong beside each field. */
export interface AskedPeriod {
  period: PeriodAsked;
  typed: { from: string; to: string };
  beside: { from?: string; to?: string };
}

/** As long as 53 weeks; the gate refuses more. */
const MOST_MS = 370 * 86_400_000;

/** The period of an address: a season where it names none. */
export function askedPeriod(search: URLSearchParams): AskedPeriod {
  const kind = search.get('period') ?? 'season';
  const typed = { from: search.get('from') ?? '', to: search.get('to') ?? '' };
  if (kind === 'week' || kind === 'month') return { period: { kind }, typed, beside: {} };
  if (kind !== 'days') return { period: { kind: 'season' }, typed, beside: {} };
  const beside = wrongIn(typed);
  const period = beside.from || beside.to ? ({ kind: 'season' } as const) : ({ kind, ...typed } as const);
  return { period, typed, beside };
}

function wrongIn({ from, to }: AskedPeriod['typed']): AskedPeriod['beside'] {
  const beside = {
    ...(isDay(from) ? {} : { from: m.seeing_day_missing() }),
    ...(isDay(to) ? {} : { to: m.seeing_day_missing() }),
  };
  if (beside.from || beside.to) return beside;
  const length = Date.parse(to) - Date.parse(from);
  if (length < 0) return { to: m.seeing_days_turned() };
  return length > MOST_MS ? { from: m.seeing_days_many() } : {};
}

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const WORDS = ['product', 'variety', 'kind', 'plot', 'lot', 'member'] as const;
const QUESTIONS: Record<Question, true> = {
  ...{ sales: true, shortage: true, losses: true, harvests: true, days: true, owed: true },
};

/** The question that an address names; 404 for another. */
export function questionOf(named: string | undefined): Question {
  if (named !== undefined && Object.hasOwn(QUESTIONS, named)) return named as Question;
  throw new Response(null, { status: 404 });
}

/** What rows an address asks for, for the gate and to say again on the page; what cannot be read is left out. */
export function askedRows(search: URLSearchParams): { of: RowsAsked['of']; shown: RowsOf } {
  const shown: RowsOf = {};
  for (const name of WORDS) {
    const value = search.get(name)?.slice(0, 64);
    if (value) shown[name] = value;
  }
  const week = search.get('week') ?? '';
  const days = Number(search.get('days') || Number.NaN);
  if (Number.isInteger(days) && Math.abs(days) <= 1000) shown.days = days;
  if (!isDay(week)) return { of: shown as RowsAsked['of'], shown };
  return { of: { ...shown, week } as RowsAsked['of'], shown: { ...shown, week: new Date(week) } };
}
