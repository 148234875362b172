import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { OrderSlip } from '~/office/order-slip';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.delivery_slip_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

/** What lies in an order's boxes on paper: a slip, and the card of a present. 404 for an unknown code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [order] = await asked(request, context.api.packing.papers({ codes: [params.code ?? ''] }));
  if (!order) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  return { order };
}

export default function Slip() {
  const { order } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={m.delivery_slip_title({ code: order.code })} lead={m.delivery_slip_print()}>
          <LinkButton kind="quiet" to={href(`/office/orders/${order.code}`)}>
            {order.code}
          </LinkButton>
        </PageHeader>
      </div>
      <OrderSlip order={order} />
    </>
  );
}
