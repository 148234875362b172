import type { LoaderFunctionArgs } from '@remix-run/node';
import { reportAnswer } from '~/office/exports/file-answer.server';
import { asked } from '~/office/gate-answers.server';
import { authorityReport } from '~/office/recall/authority-report.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The report for the authority as a PDF. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.recalls.report({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.recall_say_unknown(), { status: 404, headers: PRIVATE });
  return reportAnswer(authorityReport(found.value, context.demo), `${found.value.code}.pdf`);
}
