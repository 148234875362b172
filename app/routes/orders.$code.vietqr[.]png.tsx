import type { LoaderFunctionArgs } from '@remix-run/node';
import { PRIVATE } from '~/private-page.server';

/** The transfer's code of an order as a picture to keep; 404 without the order's key or once it is paid. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const code = (params.code ?? '').slice(0, 40);
  const orderKey = (new URL(request.url).searchParams.get('key') ?? '').slice(0, 64);
  const found = await context.api.checkout.transferPicture({ code, orderKey });
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const name = `VietQR-${code.replace(/[^0-9A-Za-z]/g, '')}.png`;
  return new Response(new Uint8Array(found.value.png), {
    headers: { ...PRIVATE, 'Content-Type': 'image/png', 'Content-Disposition': `inline; filename="${name}"` },
  });
}
