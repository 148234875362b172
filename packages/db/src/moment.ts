import { randomBytes } from 'node:crypto';

/** Time and chance, handed in to every act so that a test can choose them. */
export interface Moment {
  now: Date;
  /** Gives `count` unpredictable bytes. */
  random: (count: number) => Uint8Array;
}

/** The real clock and the system's randomness. */
export function thisMoment(): Moment {
  return { now: new Date(), random: (count) => randomBytes(count) };
}

/** The calendar day in Vietnam of an instant, as UTC midnight: the form in which the database keeps days. */
export function vietnamDay(instant: Date): Date {
  const vietnam = new Date(instant.getTime() + 7 * 3_600_000);
  return new Date(Date.UTC(vietnam.getUTCFullYear(), vietnam.getUTCMonth(), vietnam.getUTCDate()));
}

/** The day `days` after (or before) a day. */
export function plusDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}
