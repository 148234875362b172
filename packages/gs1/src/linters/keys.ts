import { hasCheckCharacters } from '../check-characters.ts';
import { hasCheckDigit } from '../check-digit.ts';
import type { Linter } from '../dictionary.ts';

/** No company's prefix is shorter than four digits. Whose it is only GS1's own register could say. */
const prefix = /^\d{4}/;

/** What GS1 keys end and begin with. */
export const keys = {
  csum: hasCheckDigit,
  csumalpha: hasCheckCharacters,
  gcppos1: (part) => prefix.test(part),
  gcppos2: (part) => prefix.test(part.slice(1)),
  hasnondigit: (part) => /\D/.test(part),
} as const satisfies Record<string, Linter>;
