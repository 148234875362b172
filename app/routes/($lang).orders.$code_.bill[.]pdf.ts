import { Readable } from 'node:stream';
import { orderBill } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { billOf } from '~/shop/after/bill-of.server';
import { OWN, ownIn, ownOrder } from '~/shop/after/own-order.server';

/** The bill of one's own order as a PDF, drawn as it is read; 404 without the order's key. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const order = await ownOrder(context.api, ownIn({ params, request }));
  const pdf = Readable.toWeb(orderBill(billOf(order, locale))) as ReadableStream<Uint8Array>;
  return new Response(pdf, {
    headers: {
      ...OWN,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="BauNghe-${order.code}.pdf"`,
    },
  });
}
