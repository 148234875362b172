import type { ApiInputs, ApiOutputs } from '@baunghe/api';
import type { SheetTable } from '@baunghe/sheets';
import type { Locale } from '~/locale';
import type { Figures } from './figures';
import { columnsOf, type SeenRow } from './row-columns';
import { titleOf } from './words';

type Asked = Pick<ApiInputs['seeing']['rows'], 'question' | 'period' | 'of'>;
type Seeing = { rows: (input: ApiInputs['seeing']['rows']) => Promise<ApiOutputs['seeing']['rows']> };

const AT_ONCE = 1000;

/** Figures as a sheet. */
export const figuresTable = ({ name, heads, rows }: Figures): SheetTable => ({
  name,
  heads: heads.map(({ text }) => text),
  rows: rows.map(({ cells }) => cells.map(({ cell }) => cell)),
});

/** All rows behind a figure as a sheet, asked for page by page. */
export async function rowsTable(seeing: Seeing, asked: Asked, locale: Locale): Promise<SheetTable> {
  const all: SeenRow[] = [];
  let after: string | null = null;
  do {
    const page: ApiOutputs['seeing']['rows'] = await seeing.rows({ ...asked, after, limit: AT_ONCE });
    all.push(...page.rows);
    after = page.next;
  } while (after !== null);
  const columns = columnsOf(asked.question);
  return {
    name: titleOf(asked.question),
    heads: columns.map(({ head }) => head()),
    rows: all.map((row) => columns.map(({ cell }) => cell(row, locale).cell)),
  };
}
