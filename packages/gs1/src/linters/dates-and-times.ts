import { isYymmdd } from '../dates.ts';
import type { Linter } from '../dictionary.ts';

const sixty = /^[0-5]\d$/;
const twentyFour = /^([01]\d|2[0-3])$/;

/** Days of the calendar and times of the day; a century is only in `yyyymmdd`. */
export const datesAndTimes = {
  yymmdd: (part) => isYymmdd(part, { dayZero: false }),
  yymmd0: (part) => isYymmdd(part, { dayZero: true }),
  yyyymmdd: (part) => {
    const day = new Date(`${part.slice(0, 4)}-${part.slice(4, 6)}-${part.slice(6)}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10).replaceAll('-', '') === part;
  },
  hh: (part) => twentyFour.test(part),
  mi: (part) => sixty.test(part),
  ss: (part) => sixty.test(part),
  hhmi: (part) => twentyFour.test(part.slice(0, 2)) && sixty.test(part.slice(2)),
} as const satisfies Record<string, Linter>;
