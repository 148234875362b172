import { Readable } from 'node:stream';
import { orderBill } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { statementPaper } from '~/office/statement-pdf.server';
import { PRIVATE } from '~/private-page.server';

/** A statement as a PDF, drawn as it is read; 404 when it is somebody else's. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.statements.one({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const paper = orderBill(statementPaper(found.value, localeOf(params), context.demo));
  return new Response(Readable.toWeb(paper) as ReadableStream<Uint8Array>, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="ban-ke-${found.value.memberCode}.pdf"`,
    },
  });
}
