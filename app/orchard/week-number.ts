const DAY_MS = 86_400_000;

/** The number of the ISO 8601 week that begins on a Monday (UTC midnight): week 1 holds the year's first Thursday. */
export function weekNumber(monday: Date): number {
  const thursday = new Date(monday.getTime() + 3 * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / DAY_MS / 7) + 1;
}
