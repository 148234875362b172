import type { LoaderFunctionArgs } from '@remix-run/node';
import { pinSlips } from '~/office/pin-slips.server';

/** The slips for under the lids of the boxes of all orders named by `?order=`, as one PDF. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const codes = new URL(request.url).searchParams.getAll('order').slice(0, 50);
  return pinSlips(request, context, { codes, serial: null, layout: 'a4', name: 'slips' });
}
