import type { Linter } from '../dictionary.ts';
import { countryLetters, countryNumbers, currencyNumbers, packageTypes } from './code-lists.ts';

/** ISO 13616: a country, and 1 as the rest modulo 97 once its first four characters stand last and letters count 10–35. */
function isIban(part: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{7,30}$/.test(part) || !countryLetters.has(part.slice(0, 2))) return false;
  let rest = 0;
  for (const sign of part.slice(4) + part.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** AIDC media types (AI 7241): 01–10 are given out, 80–99 are for national use. */
function isMediaType(part: string): boolean {
  const number = Number(part);
  return (number >= 1 && number <= 10) || number >= 80;
}

/** Codes out of a list, and texts of a closed form. */
export const codes = {
  iso3166: (part) => countryNumbers.has(part),
  iso3166999: (part) => part === '999' || countryNumbers.has(part),
  iso3166alpha2: (part) => countryLetters.has(part),
  iso4217: (part) => currencyNumbers.has(part),
  iso5218: (part) => /^[0129]$/.test(part),
  yesno: (part) => /^[01]$/.test(part),
  winding: (part) => /^[019]$/.test(part),
  hyphen: (part) => /^-+$/.test(part),
  importeridx: (part) => /^[-0-9A-Z_a-z]$/.test(part),
  mediatype: isMediaType,
  packagetype: (part) => packageTypes.has(part),
  pcenc: (part) => !/%(?![0-9A-Fa-f]{2})/.test(part),
  iban: isIban,
} as const satisfies Record<string, Linter>;
