import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react';
import { useRef } from 'react';
import { cartLines } from '~/cart-cookie.server';
import { Button, LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { readHold } from '~/hold-cookie.server';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { CartLine } from '~/shop/cart-line';
import { changeCart } from '~/shop/change-cart.server';
import { DeliveryNote } from '~/shop/delivery-note';
import { holdCart } from '~/shop/hold-cart.server';
import { cartOf, keepCart } from '~/shop/kept-cart.server';
import { lineKey } from '~/shop/line-key';
import { missedCookie, readMissed } from '~/shop/missed-cookie.server';
import { SumLines } from '~/shop/sum-lines';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.shop_cart_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const wanted = cartLines(await cartOf(context, request));
  const [priced, prices] = await Promise.all([
    context.api.products.priceCart({ lines: wanted, provinceCode: null, hold: readHold(request) }),
    context.api.products.deliveryPrices(),
  ]);
  const missed = readMissed(request);
  const headers = missed ? { ...PRIVATE, 'Set-Cookie': missedCookie(null, context.publicUrl) } : PRIVATE;
  return data({ priced, prices, missed, gone: priced.lines.length < wanted.length }, { headers });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const before = await cartOf(context, request);
  const { cart, unread, toCheckout } = changeCart(before, await formOf(request));
  const setCookie = await keepCart(context, request, { before, after: cart });
  const headers = new Headers({ ...PRIVATE, 'Set-Cookie': setCookie });
  const refused = Object.keys(unread).length > 0;
  const held = await holdCart(context, request, cart, { begins: toCheckout && !refused });
  if (held.cookie) headers.append('Set-Cookie', held.cookie);
  if (refused) return data({ unread }, { status: 400, headers });
  const onwards = toCheckout && held.enough;
  return redirect(hrefIn(locale, onwards ? '/checkout' : '/cart'), { status: 303, headers });
}

function EmptyCart() {
  const href = useHref();
  return (
    <EmptyState sign="cart" title={m.shop_cart_empty_title()} text={m.shop_cart_empty_text()}>
      <LinkButton to={href('/products')}>{m.shop_home_see_fruit()}</LinkButton>
    </EmptyState>
  );
}

function FullCart() {
  const { priced, prices } = useLoaderData<typeof loader>();
  const unread = useActionData<typeof action>()?.unread ?? {};
  const href = useHref();
  const submit = useSubmit();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const send = (input: HTMLInputElement) => {
    clearTimeout(waiting.current);
    if (!/^\d{1,3}$/.test(input.value)) return;
    waiting.current = setTimeout(() => submit(input.form, { preventScrollReset: true }), 600);
  };
  return (
    <Form method="post" noValidate className="grid gap-8 lg:grid-cols-[2fr_1fr]">
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" className="sr-only" tabIndex={-1}>
        {m.shop_cart_update()}
      </button>
      <ul className="divide-y divide-line border-y border-line">
        {priced.lines.map((line) => (
          <CartLine key={lineKey(line)} line={line} unread={unread[lineKey(line)]} onChange={send} />
        ))}
      </ul>
      <div className="space-y-4 self-start">
        <SumLines sums={{ ...priced, byWeight: priced.lines.some(({ estimate }) => estimate !== null) }} />
        <DeliveryNote prices={prices} />
        <Button wide name="to" value="checkout">
          {m.shop_cart_checkout()}
        </Button>
        <div className="flex flex-wrap gap-3">
          <Button kind="quiet" className="grow">
            {m.shop_cart_update()}
          </Button>
          <LinkButton kind="quiet" to={href('/products')} className="grow">
            {m.shop_cart_more()}
          </LinkButton>
        </div>
      </div>
    </Form>
  );
}

export default function CartPage() {
  const { priced, gone, missed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.shop_cart_title()} />
      {gone ? (
        <div className="mb-6">
          <Notice tone="care">{m.shop_cart_gone()}</Notice>
        </div>
      ) : null}
      {missed ? (
        <div className="mb-6">
          <Notice tone="plain" title={m.account_again_title()}>
            {missed.gone.length > 0 ? (
              <p>{m.account_again_gone({ products: missed.gone.join(', ') })}</p>
            ) : null}
            {missed.less.length > 0 ? (
              <p>{m.account_again_less({ products: missed.less.join(', ') })}</p>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {priced.lines.length === 0 ? <EmptyCart /> : <FullCart />}
    </>
  );
}
