import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { ShopLayout } from '~/components/shop-layout';

/** What the shop's frame shows on every page of it. */
export function loader({ context }: LoaderFunctionArgs) {
  return { cartCount: 0, demo: context.demo };
}

export default function Shop() {
  const { cartCount, demo } = useLoaderData<typeof loader>();
  return (
    <ShopLayout cartCount={cartCount} demo={demo}>
      <Outlet />
    </ShopLayout>
  );
}
