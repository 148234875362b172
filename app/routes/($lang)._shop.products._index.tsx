import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { ProductCard } from '~/components/product-card';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { fruitWords } from '~/shop/fruit-words';
import { publicPage } from '~/shop/public-page.server';
import { onCard } from '~/shop/shelf';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.shop_products_title() },
  { name: 'description', content: m.shop_products_description() },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const fruit = new URL(request.url).searchParams.get('fruit') || null;
  const all = await context.api.products.list();
  const products = all
    .filter((product) => fruit === null || product.fruit === fruit)
    .sort((a, b) => Number(b.unitsLeft > 0) - Number(a.unitsLeft > 0))
    .map((product) => onCard(product, locale));
  const fruits = [...new Set(all.map((product) => product.fruit))];
  return data({ products, fruits, fruit, now: context.now }, publicPage(request));
}

const CHIP =
  'inline-flex min-h-11 items-center rounded-full border-2 border-edge bg-card px-4 font-semibold no-underline hover:border-rind ' +
  'aria-[current=true]:border-rind aria-[current=true]:bg-rind aria-[current=true]:text-on-rind';

function FruitFilter() {
  const { fruits, fruit } = useLoaderData<typeof loader>();
  const href = useHref();
  const choices = [null, ...fruits];
  return (
    <nav aria-label={m.shop_products_filter()} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice ?? ''}>
            <Link
              to={href(choice === null ? '/products' : `/products?fruit=${choice}`)}
              aria-current={choice === fruit ? 'true' : undefined}
              className={CHIP}
            >
              {choice === null ? m.shop_products_all() : fruitWords(choice)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export default function Products() {
  const { products, now } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.shop_products_title()} lead={m.shop_products_lead()} />
      <FruitFilter />
      {products.length === 0 ? (
        <EmptyState sign="fruit" title={m.shop_products_none_title()} text={m.shop_products_none_text()}>
          <LinkButton to={href('/products')}>{m.shop_shelf_all()}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3">
          {products.map((product) => (
            <li key={product.slug}>
              <ProductCard product={product} now={now} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
