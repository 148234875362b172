const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * Whether a tax code can be one: ten digits of which the last checks the nine before it, with `-` and three digits for a
 * branch; of a person, since July 2025, the twelve of their identity card, which begin with 0.
 */
export function holdsAsTaxCode(code: string): boolean {
  if (/^0\d{11}$/.test(code)) return true;
  if (!/^\d{10}(-\d{3})?$/.test(code) || code.endsWith('-000')) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return Number(code[9]) === 10 - (sum % 11);
}

/** A tax code as people type it, without spaces and dots, the branch behind its hyphen. */
export function foldTaxCode(typed: string): string {
  const folded = typed.normalize('NFKC').replace(/[\s.‐-―]/g, (sign) => (/[‐-―]/.test(sign) ? '-' : ''));
  return /^\d{13}$/.test(folded) ? `${folded.slice(0, 10)}-${folded.slice(10)}` : folded;
}
