import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { cartText } from '~/cart-cookie.server';
import { ShopLayout } from '~/components/shop-layout';
import { cartOf } from '~/shop/kept-cart.server';
import { useSharedCart } from '~/shop/use-shared-cart';

/** The shop can stand on a home screen, and its harvests can be followed. */
export const links: LinksFunction = () => [
  { rel: 'manifest', href: '/shop.webmanifest' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'alternate', type: 'application/atom+xml', href: '/feeds/harvests.xml' },
];

/** What the shop's frame shows on every page of it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const cart = await cartOf(context, request);
  return { cartCount: cart.size, cart: cartText(cart), demo: context.demo };
}

export default function Shop() {
  const { cartCount, cart, demo } = useLoaderData<typeof loader>();
  useSharedCart(cart);
  return (
    <ShopLayout cartCount={cartCount} demo={demo}>
      <Outlet />
    </ShopLayout>
  );
}
