import type { LoaderFunctionArgs } from '@remix-run/node';
import { asked } from '~/office/gate-answers.server';
import { PRIVATE } from '~/private-page.server';

/** A photo of handing over, for the staff. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const photoId = (params.id ?? '').slice(0, 64);
  const found = await asked(request, context.api.carriers.photo({ photoId }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  return new Response(new Uint8Array(found.value.bytes), {
    headers: { ...PRIVATE, 'Content-Type': 'image/webp' },
  });
}
