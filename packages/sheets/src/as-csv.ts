import type { Cell, SheetTable } from './table.ts';

/** A table as CSV: numbers with no separators, days and times of Vietnam as ISO 8601 writes them. */
export const asCsv = ({ heads, rows }: SheetTable): string =>
  csvText([heads, ...rows.map((row) => row.map(words))]);

/** A file's text: a byte order mark, so that spreadsheets read its Vietnamese, and `;` between cells. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function words(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  const iso = cell.shown.toISOString();
  return cell.is === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 19)}+07:00`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function quoted(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text);
  const safe = formula ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
