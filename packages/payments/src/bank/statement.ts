import { fail, ok, type Result } from '@baunghe/db';
import { parse } from 'csv-parse/sync';
import { sameness, type TellingOfLine, textOf } from './bank-line.ts';
import { readDong, readInstant } from './statement-cells.ts';
import { COLUMNS, type StatementColumn, type StatementColumns, titlesIn } from './statement-columns.ts';

/** Most rows of one statement. */
const MOST_ROWS = 5000;

/** A bank's statement, read. */
export interface Statement {
  header: string[];
  columns: StatementColumns;
  lines: StatementLine[];
  /** Rows that look like a movement and are not understood: their place in the file, and which cell. */
  unread: { row: number; column: StatementColumn }[];
}

/** A movement of a statement; `nth` counts those that look alike. */
export interface StatementLine {
  told: TellingOfLine;
  nth: number;
}

/** Why a file is no statement. */
export type StatementRefusal =
  | { code: 'statement_not_text' }
  | { code: 'statement_unreadable' }
  | { code: 'statement_columns'; header: string[] }
  | { code: 'statement_too_long'; mostRows: number };

/** The text of a file in UTF-8 or UTF-16, the latter known by its byte order mark. */
export function statementText(bytes: Uint8Array): Result<string, StatementRefusal> {
  const [first, second] = bytes;
  const is16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = is16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? fail({ code: 'statement_not_text' }) : ok(text.normalize('NFC'));
  } catch {
    return fail({ code: 'statement_not_text' });
  }
}

/**
 * Reads a statement: values parted by `,`, `;` or tabs, above them whatever the bank writes there. Columns are known by
 * their titles unless they are chosen.
 */
export function readStatement(
  text: string,
  chosen: StatementColumns | null,
): Result<Statement, StatementRefusal> {
  const rows = cellsOf(text);
  if (rows === null || rows.length === 0) return fail({ code: 'statement_unreadable' });
  if (rows.length > MOST_ROWS) return fail({ code: 'statement_too_long', mostRows: MOST_ROWS });
  const at = headerRow(rows);
  const header = rows[at] ?? [];
  const columns = chosen ?? titlesIn(header);
  if (!isEnough(columns)) return fail({ code: 'statement_columns', header });
  const told: TellingOfLine[] = [];
  const unread: Statement['unread'] = [];
  for (const [index, cells] of rows.slice(at + 1).entries()) {
    const read = lineOf(cells, columns);
    if (read === null) continue;
    if (typeof read === 'string') unread.push({ row: at + index + 2, column: read });
    else told.push(read);
  }
  return ok({ header, columns, lines: counted(told), unread });
}

/** The cells of a file, parted by the mark that makes most of its titles known, or most columns. */
function cellsOf(text: string): string[][] | null {
  const plain = text.replace(/^\ufeff/, '');
  let best: { rows: string[][]; score: number } | null = null;
  for (const delimiter of [';', '\t', ',']) {
    const rows = parted(plain, delimiter);
    const header = rows?.[headerRow(rows)] ?? [];
    const score = Object.keys(titlesIn(header)).length * 100 + Math.min(99, header.length);
    if (rows && (best === null || score > best.score)) best = { rows, score };
  }
  return best?.rows ?? null;
}

function parted(text: string, delimiter: string): string[][] | null {
  const how = { trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true };
  try {
    const rows: string[][] = parse(text, { delimiter, ...how });
    return rows.filter((row) => row.some((cell) => cell !== ''));
  } catch {
    return null;
  }
}

/** The row that holds most of the titles that we know; banks write their name and the account above it. */
function headerRow(rows: readonly string[][]): number {
  const known = rows.slice(0, 40).map((row) => Object.keys(titlesIn(row)).length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

/** Whether there is a day, and a sum in one column or in two. */
function isEnough(columns: StatementColumns): boolean {
  const { date, amount, credit, debit } = columns;
  return date !== undefined && [amount, credit, debit].some((column) => column !== undefined);
}

/** The movement of a row; the column that is not understood; null for a row without a sum, such as a total's words. */
function lineOf(cells: readonly string[], columns: StatementColumns): TellingOfLine | StatementColumn | null {
  const cell = (name: StatementColumn) => cells[columns[name] ?? -1] ?? '';
  const sums = {
    amount: readDong(cell('amount')),
    credit: readDong(cell('credit')),
    debit: readDong(cell('debit')),
  };
  const wrong = COLUMNS.find((name) => name in sums && sums[name as keyof typeof sums] === null);
  const at = readInstant(cell('date'));
  // A row of totals has sums and no day; it is passed over where its day is empty.
  if (cell('date') === '') return null;
  if (wrong) return at === null ? null : wrong;
  const moved = (sums.amount ?? 0) + (sums.credit ?? 0) - Math.abs(sums.debit ?? 0);
  if (moved === 0) return null;
  if (at === null) return 'date';
  const told = { told: null, account: null, subAccount: null, code: null, at };
  return {
    ...told,
    direction: moved > 0 ? 'in' : 'out',
    amount: Math.abs(moved) as TellingOfLine['amount'],
    content: textOf(cell('content')),
    reference: textOf(cell('reference'), 100),
  };
}

function counted(told: readonly TellingOfLine[]): StatementLine[] {
  const seen = new Map<string, number>();
  return told.map((line) => {
    const key = sameness(line);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { told: line, nth };
  });
}
