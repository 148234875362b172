import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { ProgressRoad } from '~/components/progress-road';
import { formatInstant } from '~/format';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { FindOrderForm } from '~/shop/find-order-form';
import { OrderAddress, OrderBoxes, OrderLines } from '~/shop/order-details';
import { OrderMoney } from '~/shop/order-money';
import { type FollowedOrder, nextWords, roadOf } from '~/shop/order-road';
import { TransferCard } from '~/shop/transfer-card';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.order ? m.order_title({ code: page.order.code }) : m.order_find_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const HEADERS = { ...PRIVATE, 'Referrer-Policy': 'same-origin' };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const code = (params.code ?? '').slice(0, 40);
  const orderKey = (new URL(request.url).searchParams.get('key') ?? '').slice(0, 64);
  const found = await context.api.checkout.follow({ code, orderKey });
  if (!found.ok) {
    const wrong = orderKey !== '';
    return data({ code, order: null, wrong, orderKey: '', demo: false }, { status: 404, headers: HEADERS });
  }
  return data({ code, order: found.value, wrong: false, orderKey, demo: context.demo }, { headers: HEADERS });
}

function FoundOrder({ order, orderKey, demo }: { order: FollowedOrder; orderKey: string; demo: boolean }) {
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={m.order_title({ code: order.code })}
        lead={m.order_placed_at({ at: formatInstant(order.placedAt, locale) })}
      />
      <div className="space-y-10">
        <div className="space-y-4">
          {order.state === 'placed' ? <Notice tone="good">{m.order_thanks()}</Notice> : null}
          {order.demo ? <Notice tone="plain">{m.order_demo()}</Notice> : null}
          <ProgressRoad label={m.order_road()} stops={roadOf(order, locale)} />
          <div>
            <h2 className="text-18">{m.order_next()}</h2>
            <p className="mt-1 text-18">{nextWords(order, locale)}</p>
            {order.shipment?.tracking ? (
              <p className="select-all">{m.order_tracking({ tracking: order.shipment.tracking })}</p>
            ) : null}
          </div>
        </div>
        <OrderMoney order={order} orderKey={orderKey} />
        {order.transfer ? (
          <TransferCard order={order} transfer={order.transfer} orderKey={orderKey} demo={demo} />
        ) : null}
        <OrderBoxes order={order} />
        <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
          <OrderLines order={order} />
          <OrderAddress order={order} />
        </div>
        <p className="text-14 text-muted">{m.order_keep({ code: order.code })}</p>
      </div>
    </>
  );
}

export default function OrderPage() {
  const { code, order, wrong, orderKey, demo } = useLoaderData<typeof loader>();
  if (order) return <FoundOrder order={order} orderKey={orderKey} demo={demo} />;
  return (
    <>
      <PageHeader title={m.order_find_title()} lead={m.order_find_lead()} />
      <FindOrderForm code={code} above={wrong ? m.errors_order_unknown() : null} />
    </>
  );
}
