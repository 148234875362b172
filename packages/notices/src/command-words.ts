import { plainLetters } from './plain-letters.ts';

/** What lies between words: spaces, commas, dashes, anything that is no letter and no figure. */
const GAP = '[^A-Z0-9]*';

/** A text as commands are read: marks off, capitals. */
export function folded(text: string): string {
  return plainLetters(text).toUpperCase();
}

/**
 * How a word may be written, as the source of a pattern over folded text: with or without a gap between its letters and
 * its figures, and with or without zeros before figures: `T01` is also `T 1`, `t-01`.
 */
export function asWritten(word: string): string {
  const runs = folded(word).match(/[A-Z]+|[0-9]+/g) ?? [];
  const parts = runs.map((run) =>
    /^[0-9]/.test(run) ? `0*${run.replace(/^0+(?=[0-9])/, '')}(?![0-9])` : run,
  );
  return parts.join(GAP);
}

/** Where a pattern that begins at `from`, gaps before it left out, ends; null when it is not there. */
export function endOf(pattern: string, text: string, from: number): { end: number; found: string[] } | null {
  const at = new RegExp(`${GAP}(?:${pattern})`, 'y');
  at.lastIndex = from;
  const found = at.exec(text);
  return found ? { end: at.lastIndex, found } : null;
}

/** Whether nothing but gaps is left. */
export function isAtEnd(text: string, from: number): boolean {
  return !/[A-Z0-9]/.test(text.slice(from));
}
