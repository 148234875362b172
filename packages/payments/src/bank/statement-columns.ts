import { foldContent } from './bank-line.ts';

/** What a column of a statement may hold. */
export const COLUMNS = ['date', 'amount', 'credit', 'debit', 'content', 'reference'] as const;
/** One of them. */
export type StatementColumn = (typeof COLUMNS)[number];
/** Where in a row each of them stands. */
export type StatementColumns = Partial<Record<StatementColumn, number>>;

/** Titles by which banks call them, folded; the first of them that a header has is taken. */
const TITLES: Record<StatementColumn, readonly string[]> = {
  date: ['NGAYGIAODICH', 'NGAYGD', 'THOIGIAN', 'NGAYHIEULUC', 'NGAY', 'TRANSACTIONDATE', 'DATE', 'TIME'],
  amount: ['SOTIENGIAODICH', 'SOTIENGD', 'SOTIEN', 'AMOUNT'],
  credit: ['GHICO', 'PHATSINHCO', 'SOTIENGHICO', 'TIENVAO', 'CO', 'CREDIT', 'CREDITAMOUNT'],
  debit: ['GHINO', 'PHATSINHNO', 'SOTIENGHINO', 'TIENRA', 'NO', 'DEBIT', 'DEBITAMOUNT'],
  content: ['NOIDUNGGIAODICH', 'NOIDUNG', 'DIENGIAI', 'MOTA', 'DESCRIPTION', 'CONTENT', 'DETAILS', 'REMARK'],
  reference: [
    'SOTHAMCHIEU',
    'MAGIAODICH',
    'MAGD',
    'SOBUTTOAN',
    'SOCT',
    'SOCHUNGTU',
    'REFERENCE',
    'REF',
    'REFERENCENUMBER',
    'TRANSACTIONID',
  ],
};

/** The columns that a header names. A title in two languages, `Ghi có / Credit`, is known by either. */
export function titlesIn(header: readonly string[]): StatementColumns {
  const folded = header.map((title) =>
    [title, ...title.split(/[/\n(]/)].map((part) => foldContent(part.replace(/VN[DĐ]/gi, ''))),
  );
  const found: StatementColumns = {};
  for (const name of COLUMNS) {
    for (const title of TITLES[name]) {
      const at = folded.findIndex((cell) => cell.includes(title));
      if (at < 0 || Object.values(found).includes(at)) continue;
      found[name] = at;
      break;
    }
  }
  return found;
}
