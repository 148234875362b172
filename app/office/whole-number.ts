/** `1.250.000 ₫`, `1,250,000` and `1250000` are the same whole number; anything else is NaN. */
export function wholeNumber(typed = ''): number {
  const digits = typed.normalize('NFKC').replace(/[\s₫đ]/gi, '');
  if (/^\d+$/.test(digits)) return Number(digits);
  if (/^\d{1,3}([.,]\d{3})(\1|[.,]\d{3})*$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  return Number.NaN;
}
