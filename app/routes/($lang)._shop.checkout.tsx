import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cartLines, cartText, withQuantity } from '~/cart-cookie.server';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { lookAhead } from '~/delivery/look-ahead.server';
import { holdCookie, readHold } from '~/hold-cookie.server';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { KeptAddresses } from '~/shop/account/kept-addresses';
import { keptForCheckout } from '~/shop/account/kept-addresses.server';
import { CheckoutForm } from '~/shop/checkout-form';
import { readCheckout } from '~/shop/checkout-form.server';
import { sayNotPlaced } from '~/shop/checkout-sentences.server';
import { HoldNotice } from '~/shop/hold-notice';
import { cartOf, keepCart } from '~/shop/kept-cart.server';
import { placeOrder } from '~/shop/place-order.server';
import { priceCheckout } from '~/shop/price-checkout.server';
import { shownAgain } from '~/shop/shown-checkout.server';
import { WaysNotSetUp } from '~/shop/ways-not-set-up';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.checkout_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const cart = await cartOf(context, request);
  const lines = cartLines(cart);
  const hold = readHold(request);
  const kept = await keptForCheckout(context, request, localeOf(params));
  const [heldUntil, priced, prices, methods, inForce, wordings, me] = await Promise.all([
    hold === null ? null : context.api.checkout.heldUntil({ lines, hold }),
    context.api.products.priceCart({ lines, provinceCode: kept.filled?.province.code ?? null, hold }),
    context.api.products.deliveryPrices(),
    context.api.checkout.methods(),
    context.api.terms.inForce(),
    context.api.buyerData.wordings(),
    context.api.session.me(),
  ]);
  // What is over is asked about in the cart, where it can be had at the usual price.
  if (priced.lines.some(({ over }) => over))
    throw redirect(hrefIn(localeOf(params), '/cart'), { headers: PRIVATE });
  return data(
    {
      heldUntil,
      kept,
      priced,
      lines: cartText(cart),
      prices,
      methods,
      forStaff: me.kind === 'person' && me.roles.includes('manager'),
      terms: { inForce, wordings },
      key: crypto.randomUUID(),
    },
    { headers: PRIVATE },
  );
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const sent = readCheckout(form);
  const how = { locale, hold: readHold(request) };
  if (form.has('look')) {
    const shown = await lookAhead(context.api, sent, how);
    return data(shown, { headers: PRIVATE });
  }
  if (form.get('act') === 'voucher') {
    const asked = await priceCheckout(context.api, sent, how);
    const { voucher, credit } = asked.shown.priced;
    const status = voucher?.refused || credit?.refused ? 422 : 200;
    return data(asked, { status, headers: PRIVATE });
  }
  const outcome = await placeOrder(context.api, sent, how);
  if (!outcome.ok) {
    const { status, above, beside } = sayNotPlaced(outcome, locale);
    const shown = shownAgain(sent, outcome, locale);
    return data({ above, beside, shown }, { status, headers: PRIVATE });
  }
  const { code, orderKey } = outcome.value;
  const before = await cartOf(context, request);
  const left = [...sent.cart.keys()].reduce((cart, id) => withQuantity(cart, id, 0), before);
  const site = { secure: context.publicUrl.startsWith('https:') };
  const headers = new Headers({
    ...PRIVATE,
    'Set-Cookie': await keepCart(context, request, { before, after: left }),
  });
  if (readHold(request)) headers.append('Set-Cookie', holdCookie(null, site));
  const card = sent.method === 'card' ? await context.api.cards.openPage({ code, orderKey }) : null;
  const to = card?.ok ? card.value.url : hrefIn(locale, `/orders/${code}?key=${orderKey}`);
  return redirect(to, { status: 303, headers });
}

export default function Checkout() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = useHref();
  const { priced, lines } = answer?.shown ?? page;
  if (priced.lines.length === 0)
    return (
      <>
        <PageHeader title={m.checkout_title()} />
        {answer?.above ? <Notice tone="care">{answer.above}</Notice> : null}
        <EmptyState sign="cart" title={m.shop_cart_empty_title()} text={m.errors_cart_empty()}>
          <LinkButton to={href('/products')}>{m.shop_home_see_fruit()}</LinkButton>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={m.checkout_title()} lead={m.checkout_lead()} />
      {page.forStaff ? <WaysNotSetUp methods={page.methods} /> : null}
      {page.heldUntil ? <HoldNotice until={page.heldUntil} /> : null}
      <KeptAddresses kept={page.kept} />
      <CheckoutForm
        key={page.kept.chosen}
        filled={page.kept.filled}
        priced={priced}
        lines={lines}
        prices={page.prices}
        methods={page.methods}
        freshKey={page.key}
        terms={page.terms}
        refused={answer}
      />
    </>
  );
}
