import { BASE_LOCALE, type Locale } from './locale';
import * as m from './paraglide/messages.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;
const NO_BREAK = '\u00a0';
const REGION: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' };
const MONTH = { vi: '2-digit', en: 'short', zh: 'long' } as const;

/** An instant as a Date or its ISO text; a day as UTC midnight or `2026-11-25`. */
type When = Date | string;

const byLocale = <T>(make: (region: string, locale: Locale) => T): Record<Locale, T> => ({
  vi: make(REGION.vi, 'vi'),
  en: make(REGION.en, 'en'),
  zh: make(REGION.zh, 'zh'),
});
// Chinese writes its days without a leading zero: 2026年6月5日.
const dayDigits = (locale: Locale) => (locale === 'zh' ? 'numeric' : '2-digit');

const whole = byLocale((region) => new Intl.NumberFormat(region, { maximumFractionDigits: 0 }));
const thousandths = byLocale((region) => new Intl.NumberFormat(region, { maximumFractionDigits: 3 }));
const dayParts = (locale: Locale) =>
  ({ timeZone: ZONE, day: dayDigits(locale), month: MONTH[locale] }) as const;
const day = byLocale(
  (region, locale) => new Intl.DateTimeFormat(region, { ...dayParts(locale), year: 'numeric' }),
);
const dayOfYear = byLocale((region, locale) => new Intl.DateTimeFormat(region, dayParts(locale)));
const weekday = byLocale((region) => new Intl.DateTimeFormat(region, { timeZone: ZONE, weekday: 'long' }));
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

const numbered = (text: string) => text.replaceAll('-', '/');
const lowered = (text: string, locale: Locale) => (locale === BASE_LOCALE ? text.toLowerCase() : text);

/** Whole đồng as people read them: `1.234.567 ₫` (vi), `1,234,567 ₫` (en, zh), with U+00A0 before ₫. */
export function formatDong(amount: number, locale: Locale): string {
  return `${whole[locale].format(amount)}${NO_BREAK}₫`;
}

/** Whole grams as kilograms: 2350 → `2,35 kg` (vi), `2.35 kg` (en, zh), with U+00A0 before kg. */
export function formatKilograms(grams: number, locale: Locale): string {
  return `${thousandths[locale].format(grams / 1000)}${NO_BREAK}kg`;
}

/** A distance as people say it: `85 m`, `1,2 km` (vi), `1.2 km` (en, zh), with U+00A0 before the unit. */
export function formatMetres(metres: number, locale: Locale): string {
  if (metres < 1000) return `${whole[locale].format(metres)}${NO_BREAK}m`;
  return `${thousandths[locale].format(Math.round(metres / 100) / 10)}${NO_BREAK}km`;
}

/** The day in Vietnam of an instant: `25/11/2026` (vi), `25 Nov 2026` (en), `2026年11月25日` (zh). */
export function formatDay(when: When, locale: Locale): string {
  const text = day[locale].format(new Date(when));
  return locale === BASE_LOCALE ? numbered(text) : text;
}

/** The same without its year, where another day beside it says that: `25/11` (vi), `25 Nov` (en), `11月25日` (zh). */
export function formatDayOfYear(when: When, locale: Locale): string {
  const text = dayOfYear[locale].format(new Date(when));
  return locale === BASE_LOCALE ? numbered(text) : text;
}

/** A day with its weekday: `Thứ Năm 03/12` (vi), `Thursday 03 Dec` (en), `12月3日星期四` (zh). */
export function formatWeekday(when: When, locale: Locale): string {
  const [name, short] = [weekday[locale].format(new Date(when)), formatDayOfYear(when, locale)];
  return locale === 'zh' ? `${short}${name}` : `${name} ${short}`;
}

/** The name of a weekday, 1 (Monday) to 7. */
export function weekdayName(number: number, locale: Locale): string {
  return weekday[locale].format(new Date(Date.UTC(2026, 5, number)));
}

/** The hour in Vietnam of an instant, and its day: `14:05 25/11/2026`; in Chinese the day comes first. */
export function formatInstant(when: When, locale: Locale): string {
  if (locale === 'zh') return `${formatDay(when, locale)} ${clock.format(new Date(when))}`;
  return `${clock.format(new Date(when))} ${formatDay(when, locale)}`;
}

/** The hour in Vietnam of an instant: `14:05`. */
export function formatClock(when: When): string {
  return clock.format(new Date(when));
}

/** The day in Vietnam of an instant as a form's date field wants it: `2026-11-25`. */
export function vietnamDayText(when: When): string {
  return isoDay.format(new Date(when));
}

/** How many days lie between two instants by Vietnam's calendar; negative when `when` is in the past. */
export function daysFrom(now: When, when: When): number {
  return Math.round((Date.parse(vietnamDayText(when)) - Date.parse(vietnamDayText(now))) / DAY_MS);
}

/** A day as people say it: `hôm qua`, `thứ bảy 12/06`, `6月12日星期六`; once the year is another, `25/11/2025`. */
export function spokenDay(when: When, now: When, locale: Locale): string {
  const near: Record<number, () => string> = {
    0: () => m.common_today({}, { locale }),
    [-1]: () => m.common_yesterday({}, { locale }),
    [-2]: () => m.common_day_before({}, { locale }),
    1: () => m.common_tomorrow({}, { locale }),
  };
  const said = near[daysFrom(now, when)];
  if (said) return said();
  if (vietnamDayText(when).slice(0, 4) !== vietnamDayText(now).slice(0, 4)) return formatDay(when, locale);
  const short = formatDayOfYear(when, locale);
  const name = weekday[locale].format(new Date(when));
  return locale === 'zh' ? `${short}${name}` : `${lowered(name, locale)} ${short}`;
}
