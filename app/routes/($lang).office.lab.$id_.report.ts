import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { PRIVATE } from '~/private-page.server';

/** A laboratory's report, to save: never shown as a page of ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.lab.document({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const { mediaType, bytes } = found.value;
  const ending = mediaType === 'application/pdf' ? 'pdf' : 'webp';
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...PRIVATE,
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${params.id}.${ending}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
