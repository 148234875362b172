/** Degrees Celsius as typed, `4`, `-1,5` or `12.5 °C`; NaN for anything else. */
export function typedCelsius(typed = ''): number {
  const text = typed
    .normalize('NFKC')
    .replace(/\s*°?\s*C?\s*$/i, '')
    .trim()
    .replace('−', '-');
  return /^-?\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
