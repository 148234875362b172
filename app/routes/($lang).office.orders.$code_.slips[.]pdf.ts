import type { LoaderFunctionArgs } from '@remix-run/node';
import { pinSlips } from '~/office/pin-slips.server';

/** The slips for under the lids of an order's boxes as a PDF: `?layout=single|a4`, `?box=SERIAL` for one of them. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const code = params.code ?? '';
  const layout = search.get('layout') === 'a4' ? 'a4' : 'single';
  return pinSlips(request, context, {
    ...{ codes: [code], serial: search.get('box'), layout },
    name: `slips-${code}`,
  });
}
