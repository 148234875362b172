import { fail, lockRows, type Moment, ok, plusDays, type Result, type Tx, vietnamDay } from '@baunghe/db';

/** How many weeks ahead a forecast may be. */
export const MOST_WEEKS_AHEAD = 26;
/** How many weeks back forecasts are compared with what came in. */
const WEEKS_BACK = 5;

/** The Monday of a day's ISO 8601 week. */
export function mondayOf(day: Date): Date {
  return plusDays(day, -((day.getUTCDay() + 6) % 7));
}

/** Why a forecast is not kept. */
export type ForecastRefusal =
  | { code: 'plot_unknown' }
  | { code: 'plot_closed' }
  | { code: 'variety_not_on_plot' }
  | { code: 'forecast_week_out_of_range'; first: Date; last: Date };

/** What a grower expects of a variety of a plot in the week of `monday`, in whole grams; a later word replaces it. */
export async function sayForecast(
  tx: Tx,
  moment: Moment,
  by: { userId: string; memberId: string | null },
  said: { plotId: string; varietyCode: string; monday: Date; grams: number },
): Promise<Result<void, ForecastRefusal>> {
  const { plotId, varietyCode, grams } = said;
  await lockRows(tx, 'plot', [plotId]);
  const plot = await tx.plot.findUnique({ where: { id: plotId }, include: { trees: true } });
  if (!plot || (by.memberId !== null && plot.memberId !== by.memberId)) return fail({ code: 'plot_unknown' });
  if (plot.closedAt) return fail({ code: 'plot_closed' });
  if (!plot.trees.some((trees) => trees.varietyCode === varietyCode))
    return fail({ code: 'variety_not_on_plot' });
  const monday = mondayOf(said.monday);
  const first = mondayOf(vietnamDay(moment.now));
  const last = plusDays(first, MOST_WEEKS_AHEAD * 7);
  if (monday < first || monday > last) return fail({ code: 'forecast_week_out_of_range', first, last });
  const word = { grams, saidAt: moment.now, saidBy: by.userId };
  await tx.forecast.upsert({
    where: { plotId_varietyCode_monday: { plotId, varietyCode, monday } },
    create: { plotId, varietyCode, monday, ...word },
    update: word,
  });
  return ok(undefined);
}

/** A week of the forecast beside what came in, in grams. */
export interface ForecastWeek {
  monday: Date;
  expectedGrams: number;
  cutGrams: number;
}

/** The weeks from WEEKS_BACK ago on until the last that anything is expected in, of one member's plots or of all. */
export async function forecastWeeks(
  tx: Tx,
  now: Date,
  of: { memberId?: string; plotId?: string },
): Promise<ForecastWeek[]> {
  const thisWeek = mondayOf(vietnamDay(now));
  const from = plusDays(thisWeek, -7 * WEEKS_BACK);
  const plot = { ...(of.memberId ? { memberId: of.memberId } : {}), ...(of.plotId ? { id: of.plotId } : {}) };
  const [expected, cut] = await Promise.all([
    tx.forecast.findMany({ where: { monday: { gte: from }, plot } }),
    tx.harvest.findMany({ where: { cutOn: { gte: from }, plot }, select: { cutOn: true, grams: true } }),
  ]);
  const last = Math.max(+plusDays(thisWeek, 7 * 3), ...expected.map(({ monday }) => +monday));
  const weeks = new Map<number, ForecastWeek>();
  for (let monday = from; +monday <= last; monday = plusDays(monday, 7))
    weeks.set(+monday, { monday, expectedGrams: 0, cutGrams: 0 });
  for (const { monday, grams } of expected) add(weeks.get(+monday), 'expectedGrams', grams);
  for (const { cutOn, grams } of cut) add(weeks.get(+mondayOf(cutOn)), 'cutGrams', grams);
  return [...weeks.values()];
}

function add(week: ForecastWeek | undefined, to: 'expectedGrams' | 'cutGrams', grams: number): void {
  if (week) week[to] += grams;
}

/** The Monday of the week, from this one on, in which each variety is next expected to be cut. */
export async function nextExpected(tx: Tx, now: Date): Promise<Map<string, Date>> {
  const rows = await tx.forecast.groupBy({
    by: ['varietyCode'],
    where: { monday: { gte: mondayOf(vietnamDay(now)) }, grams: { gt: 0 }, plot: { closedAt: null } },
    _min: { monday: true },
  });
  return new Map(rows.flatMap(({ varietyCode, _min }) => (_min.monday ? [[varietyCode, _min.monday]] : [])));
}
