import { phoneNumber } from '@baunghe/coop';
import { readArea } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { z } from 'zod';
import type { FieldCode } from './field-codes.ts';

/** NFC on one line: spaces folded, and with them control characters, of which PostgreSQL refuses U+0000. */
export function onOneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** One line of text that a person typed: NFC, trimmed, spaces folded. The messages are codes that pages translate. */
export function line(most: number, missing: FieldCode) {
  return z.string(missing).transform(onOneLine).pipe(z.string().min(1, missing).max(most, 'too_long'));
}

/** A line that may be left empty: null then. */
export function optionalLine(most: number) {
  return z
    .string()
    .max(most * 2, 'too_long')
    .nullish()
    .transform((text) => onOneLine(text ?? '') || null)
    .pipe(z.string().max(most, 'too_long').nullable());
}

/** A telephone number as typed, given on in E.164. */
export const phone = z.string('phone_missing').transform((typed, context) => {
  const parsed = phoneNumber(typed);
  if (parsed.ok) return parsed.value.e164;
  context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'phone_missing' : 'phone_invalid' });
  return z.NEVER;
});

/** A day such as 2026-06-12, given on as UTC midnight. */
export const day = z.iso.date('day_invalid').transform((text) => new Date(`${text}T00:00:00Z`));

/** A sum of money that somebody typed: whole đồng, at least one. */
export const sumOfMoney = z
  .number('amount_missing')
  .int('amount_invalid')
  .min(1, 'amount_missing')
  .max(2e12, 'amount_invalid')
  .transform((amount) => dong(amount));

const FIRST_BOOK_DAY = new Date('2000-01-01');

/** A day of which the books may tell: one of the year 0202 is a slip of the keyboard. */
export const bookDay = day.refine((on) => on >= FIRST_BOOK_DAY, 'day_invalid');

/** A record's id. */
export const id = z.string().min(1).max(64);

/** Whole grams, at least one. */
export const weight = z
  .number('weight_missing')
  .int('weight_invalid')
  .min(1, 'weight_missing')
  .max(100_000_000, 'weight_invalid');

/** An area as typed, `5000`, `5.000 m2` or `0,5 ha`, given on in whole square metres; null when left empty. */
export const area = z
  .string()
  .max(40, 'area_invalid')
  .nullish()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const read = readArea(typed);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'area_invalid' });
    return z.NEVER;
  });

/** Text of several lines that a person typed, or null when there is none: NFC, trimmed, at most one empty line between. */
export function paragraphs(most: number) {
  return z
    .string()
    .max(most * 2, 'too_long')
    .nullish()
    .transform((text) => {
      const lines = (text ?? '').normalize('NFC').split(/\r\n|\r|\n/);
      return (
        lines
          .map(onOneLine)
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim() || null
      );
    })
    .pipe(z.string().max(most, 'too_long').nullable());
}

/** What a phone says that the SHA-256 of a photo was before it shrank it; what is no hash is no claim. */
export const photoClaim = z
  .string()
  .nullish()
  .transform((claim) => (claim && /^[0-9a-f]{64}$/.test(claim) ? claim : null));
