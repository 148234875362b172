import { fail, ok, type Result } from '@baunghe/db';
import { parse } from 'csv-parse/sync';
import { foldWords } from './fold-words.ts';

/** Most rows of one file, without its header. */
const MOST_ROWS = 20_000;

/** Why a row is not taken: a code, and the cell that it is about. */
export interface RowRefusal {
  code: string;
  detail: string | null;
}

/** A file's cells, the header apart. */
export interface CsvTable {
  header: string[];
  rows: string[][];
}

/** Why a file is not read. */
export type CsvRefusal =
  | { code: 'csv_not_utf8' }
  | { code: 'csv_unreadable'; line: number }
  | { code: 'csv_empty' }
  | { code: 'csv_too_long'; mostRows: number }
  | { code: 'csv_column_missing'; column: string };

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark, parted by `,` or by `;` as
 * spreadsheets in Vietnamese write them: the one that the header has more of. Cells are NFC and trimmed.
 */
export function readCsv(bytes: Uint8Array): Result<CsvTable, CsvRefusal> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC').replaceAll('\0', '');
  } catch {
    return fail({ code: 'csv_not_utf8' });
  }
  const first = text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  let all: string[][];
  try {
    all = parse(text, { delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    const { lines } = error as { lines?: number };
    return fail({ code: 'csv_unreadable', line: lines ?? 0 });
  }
  const [header, ...rows] = all.filter((row) => row.some((cell) => cell !== ''));
  if (!header || rows.length === 0) return fail({ code: 'csv_empty' });
  if (rows.length > MOST_ROWS) return fail({ code: 'csv_too_long', mostRows: MOST_ROWS });
  return ok({ header, rows });
}

/** A column as our templates name it, and other names that it goes by. */
export interface Column<Name extends string> {
  name: Name;
  title: string;
  also: readonly string[];
  required: boolean;
}

/** Where in a header each column stands; a column that is not there, and need not be, is left out. */
export function findColumns<Name extends string>(
  header: readonly string[],
  columns: readonly Column<Name>[],
): Result<Map<Name, number>, CsvRefusal> {
  const folded = header.map(foldWords);
  const found = new Map<Name, number>();
  for (const { name, title, also, required } of columns) {
    const at = folded.findIndex((cell) => [title, name, ...also].map(foldWords).includes(cell));
    if (at >= 0) found.set(name, at);
    else if (required) return fail({ code: 'csv_column_missing', column: title });
  }
  return ok(found);
}

/** A day as people and spreadsheets write it, 03/06/2026 or 2026-06-03, as UTC midnight; null for anything else. */
export function readDay(text: string): Date | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const parts = local ? [local[3], local[2], local[1]] : iso ? iso.slice(1) : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const read = new Date(Date.UTC(year, month - 1, day));
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? read : null;
}

/** An area as typed, `5000`, `5.000 m2` or `0,5 ha`, in whole square metres; null for anything else. */
export function readArea(text: string): number | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, '')
    .replace(/m[2²]?$/, '');
  const hectares = /^(\d{1,3})(?:[.,](\d{1,4}))?ha$/.exec(plain);
  if (hectares) return Number(hectares[1]) * 10_000 + Number((hectares[2] ?? '').padEnd(4, '0')) || null;
  if (!/^(\d{1,7}|\d{1,3}([.,]\d{3})+)$/.test(plain)) return null;
  const metres = Number(plain.replace(/[.,]/g, ''));
  return metres > 0 && metres < 10_000_000 ? metres : null;
}
