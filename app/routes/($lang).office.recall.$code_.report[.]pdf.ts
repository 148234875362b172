import { Readable } from 'node:stream';
import { report } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { authorityReport } from '~/office/recall/authority-report.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The report for the authority as a PDF. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.recalls.report({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.recall_say_unknown(), { status: 404, headers: PRIVATE });
  const pdf = Readable.toWeb(report(authorityReport(found.value))) as ReadableStream<Uint8Array>;
  return new Response(pdf, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${found.value.code}.pdf"`,
    },
  });
}
