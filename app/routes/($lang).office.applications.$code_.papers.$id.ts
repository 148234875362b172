import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { PRIVATE } from '~/private-page.server';

/** A photo of an applicant's paper, for the board alone; that it was opened is kept. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const of = { code: (params.code ?? '').slice(0, 40), paperId: (params.id ?? '').slice(0, 64) };
  const found = await asked(request, context.api.applications.openPaper(of));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  return new Response(new Uint8Array(found.value.bytes), {
    headers: { ...PRIVATE, 'Content-Type': 'image/webp', 'X-Content-Type-Options': 'nosniff' },
  });
}
