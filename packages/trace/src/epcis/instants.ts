const FORM = /^(\d{4}-\d{2}-(\d{2}))[Tt ](\d{2}:\d{2}:)(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:?\d{2})$/;
const YEAR_1 = -62_135_596_800_000;
const YEAR_10000 = 253_402_300_800_000;

/** An instant as given: in milliseconds, and in UTC to the microsecond, as PostgreSQL reads it. */
export interface Instant {
  ms: number;
  text: string;
}

/** Reads an ISO 8601 instant with its zone; null when it is none, or outside the years 1 to 9999. */
export function instant(given: string): Instant | null {
  const found = FORM.exec(given);
  if (!found) return null;
  const [, day = '', dayOfMonth = '', hourMinute = '', second = '', fraction = '', zone = ''] = found;
  if (new Date(`${day}T00:00:00Z`).getUTCDate() !== Number(dayOfMonth)) return null;
  // A leap second is the last of its minute.
  const whole = `${day}T${hourMinute}${second === '60' ? '59' : second}`;
  const ms = Date.parse(`${whole}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  if (Number.isNaN(ms) || ms < YEAR_1 || ms >= YEAR_10000) return null;
  return { ms, text: `${new Date(ms).toISOString().slice(0, -1)}${fraction.slice(4, 7)}Z` };
}
