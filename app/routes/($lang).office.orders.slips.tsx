import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { OrderSlip } from '~/office/order-slip';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.carriers_slips_title({ count: data?.orders.length ?? 0 }) },
];

export const headers = () => PRIVATE;

/** What lies in the boxes of all orders named by `?order=`, each on a sheet of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const codes = new URL(request.url).searchParams.getAll('order').slice(0, 50);
  const orders = codes.length === 0 ? [] : await asked(request, context.api.packing.papers({ codes }));
  if (orders.length === 0) throw new Response(m.carriers_slips_none(), { status: 404, headers: PRIVATE });
  return { orders };
}

export default function Slips() {
  const { orders } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={m.carriers_slips_title({ count: orders.length })} lead={m.delivery_slip_print()} />
      </div>
      <div className="grid gap-8 print:block">
        {orders.map((order) => (
          <div key={order.code} className="break-after-page last:break-after-auto">
            <OrderSlip order={order} />
          </div>
        ))}
      </div>
    </>
  );
}
