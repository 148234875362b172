import { asCsv, asXlsx, csvText, type SheetTable } from '@baunghe/sheets';
import { PRIVATE } from '~/private-page.server';

export { csvText };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Tables as a file to save: the first as CSV, or all of them as the sheets of a workbook; `fileName` without its end. */
export async function tablesAnswer(
  as: 'csv' | 'xlsx',
  tables: readonly [SheetTable, ...SheetTable[]],
  fileName: string,
): Promise<Response> {
  if (as === 'csv') return csvAnswer(asCsv(tables[0]), `${fileName}.csv`);
  const headers = {
    ...PRIVATE,
    'Content-Type': XLSX,
    'Content-Disposition': `attachment; filename="${fileName}.xlsx"`,
  };
  return new Response(new Uint8Array(await asXlsx(tables)), { headers });
}

/** A file to save. */
export function csvAnswer(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}
