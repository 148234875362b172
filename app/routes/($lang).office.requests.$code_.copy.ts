import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { PRIVATE } from '~/private-page.server';

/** The copy of a certificate, to save, for the member who asked and for managers: never shown as a page of ours. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const code = (params.code ?? '').slice(0, 40);
  const found = await asked(request, context.api.memberRequests.copy({ code }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const { mediaType, bytes } = found.value;
  const ending = mediaType === 'application/pdf' ? 'pdf' : 'webp';
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...PRIVATE,
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${code.replace(/[^0-9A-Za-z]/g, '')}.${ending}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
