import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { allChosen, askedFruit } from '~/shop/finding/asked-fruit';
import { ChosenSieves, FruitChips } from '~/shop/finding/chips';
import { FruitGrid } from '~/shop/finding/fruit-grid';
import { Pager } from '~/shop/finding/pager';
import { SieveForm } from '~/shop/finding/sieve-form';
import { publicPage } from '~/shop/public-page.server';
import { onCard } from '~/shop/shelf';
import { useHref } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const isPlain = !page || (page.asked.words === '' && allChosen(page.asked).length === 0);
  return [
    { title: page?.asked.words ? m.finding_title({ words: page.asked.words }) : m.shop_products_title() },
    { name: 'description', content: m.shop_products_description() },
    ...(isPlain ? [] : [{ name: 'robots', content: 'noindex' }]),
  ];
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const asked = askedFruit(new URL(request.url).searchParams);
  const [found, seasons] = await Promise.all([
    context.api.products.find(asked),
    context.api.products.seasons(),
  ]);
  const products = found.products.map((product) => onCard(product, locale));
  const instead = found.instead.map((product) => onCard(product, locale));
  return data({ ...found, asked, products, instead, seasons, now: context.now }, publicPage(request));
}

/** Orchards that the words name. */
function FoundOrchards() {
  const { orchards } = useLoaderData<typeof loader>();
  const href = useHref();
  if (orchards.length === 0) return null;
  return (
    <section aria-labelledby="orchards" className="mt-8">
      <h2 id="orchards" className="text-22">
        {m.finding_orchards_found()}
      </h2>
      <ul>
        {orchards.map(({ code, name, memberName }) => (
          <li key={code}>
            <Link
              to={href(`/orchards/${code.toLowerCase()}`)}
              className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
            >
              {`${name}, ${memberName}`}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing is left: says so, and offers what is nearest. */
function NothingFound() {
  const { asked, instead, now } = useLoaderData<typeof loader>();
  const href = useHref();
  const text = asked.words ? m.finding_none_words() : m.finding_none_sieves();
  return (
    <>
      <EmptyState sign="fruit" title={m.finding_none()} text={text}>
        <LinkButton to={href('/products')}>{m.shop_shelf_all()}</LinkButton>
      </EmptyState>
      {instead.length > 0 ? (
        <section aria-labelledby="instead" className="mt-8">
          <h2 id="instead" className="mb-3 text-22">
            {m.finding_instead()}
          </h2>
          <FruitGrid products={instead} now={now} />
        </section>
      ) : null}
    </>
  );
}

function Results() {
  const { asked, products, total, page, pages, nearly, now } = useLoaderData<typeof loader>();
  return (
    <>
      {nearly ? (
        <div className="mb-4">
          <Notice tone="plain">{m.finding_nearly({ words: asked.words })}</Notice>
        </div>
      ) : null}
      <p role="status" className="mb-3 text-muted">
        {m.finding_count({ count: total })}
        {asked.words && !nearly ? <> {m.finding_rule()}</> : null}
      </p>
      <FruitGrid products={products} now={now} />
      <Pager asked={asked} page={page} pages={pages} />
    </>
  );
}

export default function Products() {
  const { asked, counts, seasons, total } = useLoaderData<typeof loader>();
  const title = asked.words ? m.finding_heading({ words: asked.words }) : m.shop_products_title();
  return (
    <>
      <PageHeader title={title} lead={m.shop_products_lead()} />
      <div className="mb-6 space-y-4">
        <FruitChips asked={asked} counts={counts} seasons={seasons} />
        <SieveForm asked={asked} counts={counts} seasons={seasons} />
        <ChosenSieves asked={asked} seasons={seasons} />
      </div>
      {total === 0 ? <NothingFound /> : <Results />}
      <FoundOrchards />
    </>
  );
}
