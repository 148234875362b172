import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { authorityRows } from '~/office/recall/authority-report.server';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The report for the authority as a table. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.recalls.report({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.recall_say_unknown(), { status: 404, headers: PRIVATE });
  return csvAnswer(csvText(authorityRows(found.value, context.demo)), `${found.value.code}.csv`);
}
