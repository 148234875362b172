import type { LoaderFunctionArgs } from '@remix-run/node';
import { OWN, ownIn } from '~/shop/after/own-order.server';

/** A photo of one's own door when an order was delivered, for who has its key. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const photoId = (params.id ?? '').slice(0, 64);
  const found = await context.api.carriers.ownPhoto({ ...ownIn({ params, request }), photoId });
  if (!found.ok) throw new Response(null, { status: 404, headers: OWN });
  return new Response(new Uint8Array(found.value.bytes), {
    headers: { ...OWN, 'Content-Type': 'image/webp' },
  });
}
