import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import { rowWords } from '~/orchard/row-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The refused rows as they were sent, each with its number and why: to mend and to send again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asking = context.api.farmImports.state({ id: params.id ?? '', most: 20_000 });
  const found = await asked(request, asking);
  if (!found.ok) throw new Response(m.farm_import_not_found(), { status: 404, headers: PRIVATE });
  const { header, refusals } = found.value;
  const rows = refusals.map((refusal) => [
    ...header.map((_, index) => refusal.cells[index] ?? ''),
    String(refusal.row),
    rowWords(refusal),
  ]);
  return csvAnswer(csvText([[...header, m.farm_import_row(), m.farm_import_why()], ...rows]), 'tu-choi.csv');
}
