import type { Caller } from '@baunghe/api';
import { answered } from '~/office/gate-answers.server';
import { tablesAnswer } from '~/orchard/csv-answer.server';
import { backToForms, exportAsked } from './export-asked.server';
import { fsmaTable } from './fsma-table';

/** What was harvested, cooled, sorted, packed, shipped and received, as a spreadsheet that can be sorted by any column. */
export async function stepsAnswer(
  as: 'csv' | 'xlsx',
  request: Request,
  { api, demo }: { api: Caller; demo: boolean },
): Promise<Response> {
  const { from, to } = exportAsked(request);
  const answer = await answered(request, api.exports.steps({ from, to }));
  if (!answer.ok) return backToForms(request, 'steps', answer.error);
  const { steps, gln, phone } = answer.value;
  return tablesAnswer(as, [fsmaTable(steps, { gln, phone, demo })], `fsma204-${from}-${to}`);
}
