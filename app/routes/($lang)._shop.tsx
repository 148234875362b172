import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { cartText, readCart } from '~/cart-cookie.server';
import { ShopLayout } from '~/components/shop-layout';
import { useSharedCart } from '~/shop/use-shared-cart';

/** What the shop's frame shows on every page of it. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const cart = readCart(request);
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
