import { plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';

/** Days from and to, both counted in, as UTC midnights of Vietnam's calendar. */
export interface DaysSeen {
  from: Date;
  to: Date;
}

/** What somebody looks at: a week, a month, a season, or days of their own choice. */
export type PeriodAsked = { kind: 'week' | 'month' | 'season' } | { kind: 'days'; from: Date; to: Date };

/** Days looked at, and the days before that they are compared with. */
export interface PeriodSeen extends DaysSeen {
  kind: PeriodAsked['kind'];
  before: DaysSeen;
}

/** A season is over once nothing was cut for so many days. */
const REST_DAYS = 60;
/** The most that is looked at: 53 weeks. */
export const MOST_DAYS = 371;
const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The instants between which days lie in Vietnam, the last not counted in. */
export const instantsOf = ({ from, to }: DaysSeen): { begin: Date; end: Date } => ({
  begin: new Date(+from - VIETNAM_MS),
  end: new Date(+plusDays(to, 1) - VIETNAM_MS),
});

/** The Mondays of the ISO weeks that days lie in. */
export function mondaysOf({ from, to }: DaysSeen): Date[] {
  const first = mondayOf(from);
  const weeks = Math.floor((+to - +first) / (7 * DAY_MS)) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, index) => plusDays(first, index * 7));
}

/**
 * The days of a period that is under way, up to today, and the same stretch of the one before: of a week the same
 * weekdays, of a month the same dates, of a season and of chosen days as many days right before.
 */
export async function periodSeen(tx: Tx, now: Date, asked: PeriodAsked): Promise<PeriodSeen> {
  const today = vietnamDay(now);
  if (asked.kind === 'week') {
    const from = mondayOf(today);
    return { kind: 'week', from, to: today, before: { from: plusDays(from, -7), to: plusDays(today, -7) } };
  }
  if (asked.kind === 'month') return { kind: 'month', ...monthUpTo(today) };
  const { from, to } = asked.kind === 'days' ? asked : { from: await seasonBegan(tx, today), to: today };
  const length = (+to - +from) / DAY_MS + 1;
  return { kind: asked.kind, from, to, before: { from: plusDays(from, -length), to: plusDays(from, -1) } };
}

function monthUpTo(today: Date): DaysSeen & { before: DaysSeen } {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const from = new Date(Date.UTC(year, month, 1));
  const lastBefore = plusDays(from, -1);
  const sameDate = new Date(Date.UTC(year, month - 1, today.getUTCDate()));
  const before = {
    from: new Date(Date.UTC(year, month - 1, 1)),
    to: new Date(Math.min(+sameDate, +lastBefore)),
  };
  return { from, to: today, before };
}

/** The first day of cutting after the last long rest; at most 53 weeks ago. */
async function seasonBegan(tx: Tx, today: Date): Promise<Date> {
  const earliest = plusDays(today, 1 - MOST_DAYS);
  const [found] = await tx.$queryRaw<{ began: Date | null }[]>`
    SELECT max(d."cutOn") AS began FROM (
      SELECT h."cutOn", lag(h."cutOn") OVER (ORDER BY h."cutOn") AS before
      FROM (SELECT DISTINCT "cutOn" FROM "harvest" WHERE "cutOn" BETWEEN ${earliest}::date AND ${today}::date
        AND "id" NOT IN (SELECT "harvestId" FROM "harvest_undone")) h) d
    WHERE d.before IS NULL OR d."cutOn" - d.before > ${REST_DAYS}::int`;
  return found?.began ?? plusDays(today, -27);
}
