import type { CellObject, Row } from 'write-excel-file/node';
import type { Cell, SheetTable } from './table.ts';

const LONGEST_NAME = 31;
const WIDEST = 60;

/**
 * Tables as one Office Open XML workbook (ECMA-376), a sheet each: numbers are numbers, times are dates, and text is
 * text whatever it begins with, so that nothing in it is reckoned. Heads stay in sight.
 */
export async function asXlsx(tables: readonly SheetTable[]): Promise<Buffer> {
  const sheets = tables.map((table, index) => ({
    sheet: sheetName(table.name, index, tables),
    stickyRowsCount: 1,
    columns: table.heads.map((head, at) => ({ width: widthOf(head, at, table) })),
    data: [
      table.heads.map((value) => ({ value, type: String, fontWeight: 'bold', wrap: true }) as const),
      ...table.rows.map((row): Row => row.map(cellOf)),
    ],
  }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets).toBuffer();
}

function cellOf(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: withoutControls(cell), type: String };
  if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0.###' };
  const format = cell.is === 'day' ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm';
  return { value: cell.shown, type: Date, format };
}

/** XML 1.0 can hold no control character but tab and line ends: a file with another opens nowhere. */
const withoutControls = (text: string) =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (control) => (/[\t\r\n]/.test(control) ? control : ''));

/** A name as spreadsheets allow it: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetName(name: string, index: number, tables: readonly SheetTable[]): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim();
  const twice = tables.some((other, at) => at < index && other.name === name);
  const tail = twice || plain === '' ? ` ${index + 1}` : '';
  return `${plain.slice(0, LONGEST_NAME - tail.length)}${tail}`.trim();
}

function widthOf(head: string, at: number, { rows }: SheetTable): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, lengthOf(row[at] ?? null)), 0);
  return Math.min(WIDEST, Math.max(10, Math.min(head.length, 24), longest) + 2);
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return cell.length;
  return typeof cell === 'number' ? 14 : 16;
}
