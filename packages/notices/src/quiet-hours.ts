import { vietnamDay } from '@baunghe/db';

/** Vietnam's hours, the last left out, in which a telephone may ring. */
const HOURS = { from: 8, to: 20 } as const;
const HOUR_MS = 3_600_000;
/** Vietnam is seven hours ahead, all year. */
const AHEAD = 7;

/** Whether a telephone may ring for something that can wait. */
export function mayRing(now: Date): boolean {
  const hour = (now.getUTCHours() + AHEAD) % 24;
  return hour >= HOURS.from && hour < HOURS.to;
}

/** The first instant from now on at which a telephone may ring. */
export function whenItMayRing(now: Date): Date {
  if (mayRing(now)) return now;
  const opens = +vietnamDay(now) + (HOURS.from - AHEAD) * HOUR_MS;
  return new Date(opens > +now ? opens : opens + 24 * HOUR_MS);
}
