import type { ToldReason } from './carrier.ts';

const CODE = /^[A-Za-z0-9_-]{1,40}$/;
const MOST_WORDS = 300;

/** Why GHN says that an order stands as it does, in its call: `Reason`, `ReasonCode`, `Status` and `Time`. */
export function ghnReason(told: Record<string, unknown>): ToldReason | null {
  const said = textOf(told.Status, 60);
  const at = new Date(typeof told.Time === 'string' ? told.Time : Number.NaN);
  const code = textOf(told.ReasonCode, 40);
  const words = textOf(told.Reason, MOST_WORDS);
  if (said === null || Number.isNaN(+at) || (code === null && words === null)) return null;
  return { said, at, code: code && CODE.test(code) ? code : null, words: words ?? code };
}

function textOf(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most);
  return text === '' ? null : text;
}
