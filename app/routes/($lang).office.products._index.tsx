import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import { asked } from '~/office/gate-answers.server';
import { type Listing, soldByWords, type Variety } from '~/office/listing-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.listings_title() }];

export const headers = () => PRIVATE;

/** Every listing and every variety. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { products, varieties } = await asked(request, context.api.listings.all());
  return { products, varieties, saved: new URL(request.url).searchParams.has('saved') };
}

export default function Products() {
  const { products, varieties, saved } = useLoaderData<typeof loader>();
  const href = useHref();
  const listings = useListingColumns();
  const kinds = useVarietyColumns();
  return (
    <>
      <PageHeader title={m.listings_title()} lead={m.listings_lead()}>
        {varieties.length > 0 ? (
          <LinkButton to={href('/office/products/new')}>{m.listings_new()}</LinkButton>
        ) : null}
        <LinkButton kind="quiet" to={href('/office/varieties/new')}>
          {m.listings_variety_new()}
        </LinkButton>
      </PageHeader>
      {saved ? (
        <div className="mb-6">
          <Notice tone="good" title={m.listings_saved()} />
        </div>
      ) : null}
      {products.length === 0 ? (
        <EmptyState sign="fruit" title={m.listings_none()} text={m.listings_none_text()} />
      ) : (
        <DataTable caption={m.listings_title()} columns={listings} rows={products} rowKey={({ id }) => id} />
      )}
      {varieties.length > 0 ? (
        <section className="mt-10">
          <DataTable
            caption={m.listings_varieties()}
            captionShown
            columns={kinds}
            rows={varieties}
            rowKey={({ code }) => code}
          />
        </section>
      ) : null}
    </>
  );
}

const LINK = '-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4';

/** The name in the reader's language, which leads to its page. */
function useNameColumn<Row extends Parameters<typeof nameIn>[0]>(page: (row: Row) => string): Column<Row> {
  const locale = useLocale();
  const href = useHref();
  return {
    key: 'name',
    head: m.listings_name(),
    names: true,
    cell: (row) => (
      <Link className={LINK} to={href(page(row))}>
        {nameIn(row, locale)}
      </Link>
    ),
  };
}

function useListingColumns(): Column<Listing>[] {
  const locale = useLocale();
  const name = useNameColumn<Listing>(({ id }) => `/office/products/${id}`);
  return [
    name,
    { key: 'gtin', head: m.listings_gtin(), cell: ({ gtin }) => gtin },
    { key: 'how', head: m.listings_how(), cell: (listing) => soldByWords(listing, locale) },
    { key: 'price', head: m.listings_price(), figures: true, cell: ({ price }) => formatDong(price, locale) },
    {
      key: 'state',
      head: m.listings_state(),
      cell: ({ listed }) =>
        listed ? (
          <Badge tone="done">{m.listings_shown()}</Badge>
        ) : (
          <Badge tone="plain">{m.listings_hidden()}</Badge>
        ),
    },
  ];
}

function useVarietyColumns(): Column<Variety>[] {
  const name = useNameColumn<Variety>(({ code }) => `/office/varieties/${code}`);
  return [
    name,
    { key: 'code', head: m.listings_variety_code(), cell: ({ code }) => code },
    { key: 'gtin', head: m.listings_variety_loose(), cell: ({ looseGtin }) => looseGtin },
    {
      key: 'days',
      head: m.listings_variety_days(),
      figures: true,
      cell: ({ shelfDays }) => m.listings_variety_days_short({ days: shelfDays }),
    },
  ];
}
