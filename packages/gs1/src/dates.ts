/**
 * A calendar day as the six digits of AI 11, 13, 15, 17 and 7007 (General Specifications, 3.4). The day is given
 * as its UTC midnight. @throws RangeError for an invalid Date.
 */
export function yymmdd(day: Date): string {
  return day.toISOString().slice(2, 10).replaceAll('-', '');
}

/** AI 7007: one harvest day, or the first and the last of several. */
export function harvestDates(first: Date, last: Date = first): string {
  return first.getTime() === last.getTime() ? yymmdd(first) : yymmdd(first) + yymmdd(last);
}

/** The first and the last day of AI 7007 (General Specifications, 3.8); null when it holds no such days. */
export function harvestDays(value: string, now: Date): { first: Date; last: Date } | null {
  const days = value.match(/^(\d{6})(\d{6})?$/)?.slice(1) ?? [];
  const given = days.filter((digits) => digits !== undefined);
  if (given.length === 0 || !given.every((digits) => isYymmdd(digits, { dayZero: false }))) return null;
  const [first, last = first] = given.map((digits) => dayOf(digits, now));
  return first && last && first <= last ? { first, last } : null;
}

/** Whether `digits` is a day of the calendar; with `dayZero`, `00` may stand for the month's last day. */
export function isYymmdd(digits: string, { dayZero }: { dayZero: boolean }): boolean {
  if (!/^\d{6}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4));
  if (month < 1 || month > 12) return false;
  const inMonth = daysInMonth(2000 + Number(digits.slice(0, 2)), month);
  return day <= inMonth && (day > 0 || dayZero);
}

/**
 * The day, as UTC midnight, of six digits that `checkValue` passed, or null. The century is the one that puts
 * it nearest to `now` (General Specifications, 7.12); day `00` is the month's last.
 */
export function dayOf(digits: string, now: Date): Date | null {
  if (!isYymmdd(digits, { dayZero: true })) return null;
  const thisYear = now.getUTCFullYear();
  const yearInCentury = Number(digits.slice(0, 2));
  const ahead = yearInCentury - (thisYear % 100);
  const shift = ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0;
  const year = thisYear - (thisYear % 100) + yearInCentury + shift;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4)) || daysInMonth(year, month);
  return new Date(Date.UTC(year, month - 1, day));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
