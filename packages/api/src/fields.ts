import { phoneNumber } from '@baunghe/coop';
import { z } from 'zod';
import type { FieldCode } from './field-codes.ts';

/** NFC on one line: spaces folded, and with them control characters, of which PostgreSQL refuses U+0000. */
function onOneLine(text: string): string {
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
  .nullish()
  .transform((typed, context) => {
    const plain = (typed ?? '')
      .toLowerCase()
      .replace(/[\s\u00a0]+/g, '')
      .replace(/m(2|²)?$/, '');
    if (plain === '') return null;
    const hectares = /^(\d{1,3})(?:[.,](\d{1,4}))?ha$/.exec(plain);
    const metres = hectares
      ? Number(hectares[1]) * 10_000 + Number((hectares[2] ?? '').padEnd(4, '0'))
      : /^\d{1,3}([.,]\d{3})+$|^\d{1,7}$/.test(plain)
        ? Number(plain.replace(/[.,]/g, ''))
        : 0;
    if (metres > 0 && metres <= 10_000_000) return metres;
    context.addIssue({ code: 'custom', message: 'area_invalid' });
    return z.NEVER;
  });
