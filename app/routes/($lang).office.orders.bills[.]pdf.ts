import { Readable } from 'node:stream';
import { orderBills } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { billOf } from '~/shop/after/bill-of.server';

/** The bills of all orders named by `?order=` as one PDF, each on a page of its own. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const codes = new URL(request.url).searchParams.getAll('order').slice(0, 50);
  const locale = localeOf(params);
  const orders = codes.length === 0 ? [] : await asked(request, context.api.packing.papers({ codes }));
  if (orders.length === 0) throw new Response(m.carriers_slips_none(), { status: 404, headers: PRIVATE });
  const bills = orders.map((order) => billOf(order, locale));
  const pdf = Readable.toWeb(orderBills(bills, m.after_bill_title())) as ReadableStream<Uint8Array>;
  return new Response(pdf, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="bills.pdf"',
    },
  });
}
