import { type BankDirection, fail, ok, type Result, vietnamDay } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** A movement on the cooperative's bank account, as a feed or a statement tells it. */
export interface TellingOfLine {
  /** The teller's own number for it; null: the statement has none, and what it says stands for it. */
  told: string | null;
  direction: BankDirection;
  amount: Dong;
  /** The account that it moved on; null where it is not said. */
  account: string | null;
  /** A virtual account under it, where the bank has one. */
  subAccount: string | null;
  content: string;
  /** An order's purpose as the feed made it out. */
  code: string | null;
  /** The bank's own number; empty where there is none. */
  reference: string;
  at: Date;
}

/** Why a telling is not understood; `where` is the field. */
export interface MalformedTelling {
  code: 'telling_malformed';
  where: string;
}

/** Field 54 of a VietQR holds no more either. */
const MOST_DONG = 9_999_999_999_999;
const MOST_TEXT = 500;

/** Upper-case letters A–Z and digits of a text, diacritics and all else left out: what no bank mangles. */
export function foldContent(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/**
 * What tells a movement apart, whoever tells of it: direction, sum, day in Vietnam and the bank's number, or what was
 * written where there is no number.
 */
export function sameness(
  line: Pick<TellingOfLine, 'direction' | 'amount' | 'at' | 'reference' | 'content'>,
): string {
  const day = vietnamDay(line.at).toISOString().slice(0, 10);
  const number = foldContent(line.reference);
  const by = number ? `ref:${number}` : `text:${foldContent(line.content)}`;
  return [line.direction, line.amount, day, by].join('|');
}

const mended = (text: string) => text.replace(/\p{Cs}|\0/gu, '\ufffd');

/** A text field: U+0000 and halves of characters, which no database keeps, as U+FFFD; cut off where it is endless. */
export function textOf(value: unknown, most = MOST_TEXT): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  return mended(mended(value).normalize('NFC').trim().slice(0, most));
}

/** Whole đồng, as a number or its digits; malformed otherwise. */
export function amountOf(value: unknown, where: string): Result<Dong, MalformedTelling> {
  const amount = typeof value === 'string' && /^\d{1,13}(\.0+)?$/.test(value) ? Number(value) : value;
  const whole = typeof amount === 'number' && Number.isSafeInteger(amount);
  return whole && amount > 0 && amount <= MOST_DONG ? ok(dong(amount)) : malformed(where);
}

/** `2026-06-07 14:02:37` in Vietnam, or an instant with its zone. */
export function instantOf(value: unknown, where: string): Result<Date, MalformedTelling> {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(
    textOf(value),
  );
  if (!parts) return malformed(where);
  const [, day = '', time = '', zone = '+07:00'] = parts;
  const at = new Date(`${day}T${time}${zone}`);
  // A day that the month does not have would be taken for one of the next.
  const isDay = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  return Number.isNaN(at.getTime()) || !isDay ? malformed(where) : ok(at);
}

/** A refusal of one field. */
export const malformed = (where: string): { ok: false; error: MalformedTelling } =>
  fail({ code: 'telling_malformed', where });

/** A telling's JSON as an object, or why it is none. */
export function jsonObject(
  body: string,
): Result<Record<string, unknown>, { code: 'not_json' } | MalformedTelling> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return fail({ code: 'not_json' });
  }
  return isObject(value) ? ok(value) : malformed('the body');
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
