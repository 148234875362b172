import { CLAIM_RULE } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { withQuantity } from '~/cart-cookie.server';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { ProgressRoad } from '~/components/progress-road';
import { WishList } from '~/delivery/wish-list';
import { formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { formOf, text } from '~/read-form.server';
import { type CarrierWay, DeliveryWay } from '~/shop/after/delivery-way';
import { doneWords } from '~/shop/after/done-words';
import { BuyAgain, Changes, OrderActions } from '~/shop/after/order-actions';
import { OwnClaims } from '~/shop/after/own-claims';
import { OWN as HEADERS, ownIn, ownOrder } from '~/shop/after/own-order.server';
import { ReturnedBoxes } from '~/shop/after/returned-boxes';
import { PreorderOfOrder } from '~/shop/ahead/preorder-of-order';
import { CardCard } from '~/shop/card-card';
import { FindOrderForm } from '~/shop/find-order-form';
import { cartOf, keepCart } from '~/shop/kept-cart.server';
import { missedCookie, missedOf } from '~/shop/missed-cookie.server';
import { OrderAddress, OrderBoxes, OrderLines } from '~/shop/order-details';
import { OrderMoney } from '~/shop/order-money';
import { type FollowedOrder, nextWords, roadOf } from '~/shop/order-road';
import { RateLines } from '~/shop/rate-lines';
import { TransferCard } from '~/shop/transfer-card';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.order ? m.order_title({ code: page.order.code }) : m.order_find_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const code = (params.code ?? '').slice(0, 40);
  const orderKey = (new URL(request.url).searchParams.get('key') ?? '').slice(0, 64);
  const found = await context.api.checkout.follow({ code, orderKey });
  if (!found.ok) {
    const wrong = orderKey !== '';
    const none = { code, order: null, wrong, orderKey: '', demo: false, done: null, formKey: '', way: null };
    return data({ ...none, rule: CLAIM_RULE }, { status: 404, headers: HEADERS });
  }
  const done = new URL(request.url).searchParams.get('done');
  const formKey = crypto.randomUUID();
  const carried = await context.api.carriers.ownWay({ code, orderKey });
  const way = carried.ok ? carried.value : null;
  const shown = { code, order: found.value, wrong: false, orderKey, demo: context.demo, done, formKey, way };
  return data({ ...shown, rule: CLAIM_RULE }, { headers: HEADERS });
}

/** Keeps what is owed back as credit; or puts what is still sold into the cart again, as much as there is. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const { after, lines } = await ownOrder(context.api, own);
  const form = await formOf(request);
  if (form.get('act') === 'credit') {
    // Refused, nothing is owed any more: the page itself says how it stands.
    const kept = await context.api.credit.keep({ ...own, key: text(form, 'writeKey') });
    const to = `/orders/${own.code}?key=${own.orderKey}${kept.ok ? '&done=credit' : ''}`;
    return redirect(hrefIn(locale, to), { status: 303, headers: HEADERS });
  }
  const before = await cartOf(context, request);
  let cart = before;
  for (const { productId, quantity, unitsLeft } of after.again)
    cart = withQuantity(cart, productId, Math.min(quantity, unitsLeft));
  const headers = new Headers({ ...HEADERS });
  headers.append('Set-Cookie', await keepCart(context, request, { before, after: cart }));
  headers.append(
    'Set-Cookie',
    missedCookie(missedOf({ lines, again: after.again }, locale), context.publicUrl),
  );
  return redirect(hrefIn(locale, '/cart'), { status: 303, headers });
}

type FoundOrderProps = {
  order: FollowedOrder;
  orderKey: string;
  demo: boolean;
  said: string | null;
  formKey: string;
  way: CarrierWay;
};

function FoundOrder({ order, orderKey, demo, said, formKey, way }: FoundOrderProps) {
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={m.order_title({ code: order.code })}
        lead={m.order_placed_at({ at: formatInstant(order.placedAt, locale) })}
      />
      <div className="space-y-10">
        <div className="space-y-4">
          {said ? <Notice tone="good">{said}</Notice> : null}
          {order.after.replacement ? <Notice tone="good">{m.after_replacement()}</Notice> : null}
          {order.state === 'placed' && !said && !order.after.replacement ? (
            <Notice tone="good">{m.order_thanks()}</Notice>
          ) : null}
          {order.state === 'preordered' && !said ? <Notice tone="good">{m.preorders_thanks()}</Notice> : null}
          {order.demo ? <Notice tone="plain">{m.order_demo()}</Notice> : null}
          <ProgressRoad label={m.order_road()} stops={roadOf(order, locale)} />
          <div>
            <h2 className="text-18">{m.order_next()}</h2>
            <p className="mt-1 text-18">{nextWords(order, locale)}</p>
          </div>
        </div>
        <PreorderOfOrder order={order} />
        <OrderMoney order={order} orderKey={orderKey} formKey={formKey} />
        <ReturnedBoxes order={order} />
        {order.transfer ? (
          <TransferCard order={order} transfer={order.transfer} orderKey={orderKey} demo={demo} />
        ) : null}
        {order.method === 'card' ? <CardCard order={order} orderKey={orderKey} /> : null}
        <RateLines order={order} orderKey={orderKey} />
        <OrderActions order={order} orderKey={orderKey} />
        <OwnClaims order={order} orderKey={orderKey} />
        <OrderBoxes order={order} />
        <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
          <OrderLines order={order} />
          <div className="space-y-10">
            <OrderAddress order={order} />
            <WishList of={order} />
            <DeliveryWay order={order} orderKey={orderKey} carried={way} />
          </div>
        </div>
        <Changes order={order} />
        <BuyAgain order={order} orderKey={orderKey} />
        <p className="text-14 text-muted">{m.order_keep({ code: order.code })}</p>
      </div>
    </>
  );
}

export default function OrderPage() {
  const { code, order, wrong, orderKey, demo, done, rule, formKey, way } = useLoaderData<typeof loader>();
  const said = doneWords(done, rule.hoursToAnswer);
  if (order) return <FoundOrder {...{ order, orderKey, demo, said, formKey, way }} />;
  return (
    <>
      <PageHeader title={m.order_find_title()} lead={m.order_find_lead()} />
      <FindOrderForm code={code} above={wrong ? m.errors_order_unknown() : null} />
    </>
  );
}
