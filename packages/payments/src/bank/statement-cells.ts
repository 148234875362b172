const MOST = 9_999_999_999_999;

/**
 * A sum as banks write it, in whole đồng: `1.234.567`, `1,234,567.00`, `+1234567`, `-1.234.567 VND`; 0 for an empty
 * cell or a dash, null for anything else.
 */
export function readDong(cell: string): number | null {
  const plain = cell
    .normalize('NFKC')
    .replace(/[\s'₫đ]|VN[DĐ]/giu, '')
    .replace(/^\((.*)\)$/, '-$1');
  if (plain === '' || plain === '-') return 0;
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[+-]/, '');
  // One or two digits behind the last mark are hundredths, which đồng do not have: they must be zeros.
  const parts = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,]0{1,2})?$/.exec(digits);
  if (!parts) return null;
  const sum = Number((parts[1] ?? '').replace(/[.,]/g, ''));
  return sum <= MOST ? sign * sum : null;
}

/** A day in Vietnam, with or without its time: `07/06/2026 14:02:37`, `2026-06-07`, `07-06-2026`; null otherwise. */
export function readInstant(cell: string): Date | null {
  const parts =
    /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
      cell.trim().replace(/\s+/g, ' '),
    );
  if (!parts) return null;
  const [year, month, day] = (parts[3] ? [parts[3], parts[2], parts[1]] : [parts[4], parts[5], parts[6]]).map(
    Number,
  );
  const [hour, minute, second] = parts.slice(7, 10).map((each) => Number(each ?? 0));
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
  const isReal =
    at.getUTCMonth() === (month ?? 0) - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
  return isReal ? new Date(at.getTime() - 7 * 3_600_000) : null;
}
