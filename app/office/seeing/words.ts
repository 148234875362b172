import { formatDay, formatDayOfYear, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { causeWords, SPOIL_CAUSES, type SpoilCause } from '~/office/spoil-words';
import { weekNumber } from '~/orchard/week-number';
import * as m from '~/paraglide/messages.js';
import type { PeriodSeen, Question } from './paths';

const TITLES: Record<Question, () => string> = {
  sales: m.seeing_sales,
  shortage: m.seeing_shortage,
  losses: m.seeing_losses,
  harvests: m.seeing_harvests,
  days: m.seeing_days,
  owed: m.seeing_owed,
};

/** A question as its section is headed. */
export const titleOf = (question: Question): string => TITLES[question]();

const PERIODS: Record<PeriodSeen['kind'], () => string> = {
  week: m.seeing_period_week,
  month: m.seeing_period_month,
  season: m.seeing_period_season,
  days: m.seeing_period_days,
};

/** What a period is called. */
export const periodWords = (kind: PeriodSeen['kind']): string => PERIODS[kind]();

const KINDS: Record<string, () => string> = {
  sorting: m.seeing_kind_sorting,
  opened: m.seeing_kind_opened,
  returned: m.seeing_kind_returned,
  in_time: m.seeing_kind_in_time,
  late: m.seeing_kind_late,
  forecast: m.seeing_kind_forecast,
  stock: m.seeing_kind_stock,
  held: m.seeing_kind_held,
  preordered: m.seeing_kind_preordered,
  unpaid: m.seeing_kind_unpaid,
  prepared: m.seeing_kind_prepared,
  unsettled: m.seeing_kind_unsettled,
  advance: m.seeing_kind_advance,
};

const isCause = (kind: string): kind is SpoilCause => SPOIL_CAUSES.some((cause) => cause === kind);

/** What sort of row something is: a reason, a debt, fruit to come. */
export const kindWords = (kind: string): string =>
  isCause(kind) ? causeWords(kind) : (KINDS[kind]?.() ?? kind);

/** A week for a row: `Tuần 48 (23/11)`. */
export const weekShort = (monday: Date, locale: Locale): string =>
  m.seeing_week({ week: weekNumber(monday), day: formatDayOfYear(monday, locale) });

/** A weight for a glance: whole kilograms from ten on, tenths below. */
export const roughly = (grams: number, locale: Locale): string => {
  const step = Math.abs(grams) >= 10_000 ? 1000 : 100;
  return formatKilograms(Math.round(grams / step) * step, locale);
};

/** A share of a whole in whole percent: `12 %`. */
export const percent = (part: number, whole: number): string =>
  `${part > 0 && part / whole < 0.005 ? '<1' : whole === 0 ? 0 : Math.round((part / whole) * 100)}\u00a0%`;

/** The two days of a period, for a sentence. */
export const daysOf = ({ from, to }: { from: Date; to: Date }, locale: Locale) => ({
  from: formatDay(from, locale),
  to: formatDay(to, locale),
});
