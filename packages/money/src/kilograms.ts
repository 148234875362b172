import { type Grams, grams } from './grams.ts';

/** Why a typed weight could not be read. */
export type KilogramsError =
  | { code: 'empty' }
  | { code: 'not_a_number' }
  | { code: 'negative' }
  | { code: 'too_many_decimals' }
  | { code: 'too_heavy' };

/** A weight as grams, or why it could not be read. */
export type KilogramsResult = { ok: true; value: Grams } | { ok: false; error: KilogramsError };

const heaviestWholeKilograms = 9;

function refuse(code: KilogramsError['code']): KilogramsResult {
  return { ok: false, error: { code } };
}

/**
 * Reads kilograms as a person types them: `12`, `12,5`, `12.5`, `12,5 kg`. Comma and dot both mark decimals,
 * never thousands, at most three of them (a gram); so `1.500` is one and a half kilograms.
 */
export function kilograms(text: string): KilogramsResult {
  const typed = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, '')
    .replace(/kg$/i, '');
  if (typed === '') return refuse('empty');
  if (/^[-\u2212]\d/.test(typed)) return refuse('negative');
  const parts = /^(\d+)(?:[.,](\d+))?$/.exec(typed);
  if (!parts) return refuse('not_a_number');
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '');
  const decimals = parts[2] ?? '';
  if (decimals.length > 3) return refuse('too_many_decimals');
  if (whole.length > heaviestWholeKilograms) return refuse('too_heavy');
  return { ok: true, value: grams(Number(whole) * 1000 + Number(decimals.padEnd(3, '0'))) };
}
