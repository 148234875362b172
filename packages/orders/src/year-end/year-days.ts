import { vietnamDay } from '@baunghe/db';

const VIETNAM_MS = 7 * 3_600_000;

/** The instants at which a calendar year of Vietnam begins and is over. */
export const yearBounds = (year: number): { begins: Date; ends: Date } => ({
  begins: new Date(Date.UTC(year, 0, 1) - VIETNAM_MS),
  ends: new Date(Date.UTC(year + 1, 0, 1) - VIETNAM_MS),
});

/** The year of Vietnam's calendar in which an instant lies. */
export const yearOf = (instant: Date): number => vietnamDay(instant).getUTCFullYear();
