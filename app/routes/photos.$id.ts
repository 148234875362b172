import type { LoaderFunctionArgs } from '@remix-run/node';

const FOREVER = 'public, max-age=31536000, immutable';

/** A kept photo. Its id is made from its content, so it never changes under its address. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await context.api.harvests.photo({ id: params.id ?? '' });
  if (!found.ok) throw new Response(null, { status: 404 });
  const { bytes, mediaType } = found.value;
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mediaType, 'Cache-Control': FOREVER },
  });
}
