import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { shopPicture } from '~/reach/pictures.server';
import { organizationLd, shareMeta } from '~/reach/share-meta';
import { FruitGrid } from '~/shop/finding/fruit-grid';
import { FIRST_SEEN } from '~/shop/first-seen';
import { HowItWorks } from '~/shop/how-it-works';
import { publicPage } from '~/shop/public-page.server';
import { ScanForm } from '~/shop/scan-form';
import { SeasonYear } from '~/shop/season-year';
import { monthInVietnam, yearByFruit } from '~/shop/seasons';
import { onCard, ripeThisWeek } from '~/shop/shelf';
import { useHref } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = m.shop_home_title();
  const description = m.shop_home_description();
  if (!page) return [{ title }, { name: 'description', content: description }];
  return [...shareMeta({ ...page.shared, title, description }), organizationLd(page.shared.publicUrl)];
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const { list, seasons } = context.api.products;
  const [products, varieties, ahead] = await Promise.all([
    list(),
    seasons(),
    context.api.preorders.onSale({ slug: null }),
  ]);
  const shelf = ripeThisWeek(products, 6).map((product) => onCard(product, locale));
  const [year, month] = [yearByFruit(varieties), monthInVietnam(context.now)];
  const { publicUrl } = context;
  const shared = { publicUrl, locale, path: hrefIn(locale, '/'), picture: await shopPicture(locale) };
  return data(
    { shelf, now: context.now, year, month, sellsAhead: ahead.length > 0, shared },
    publicPage(request),
  );
}

function Hero() {
  const href = useHref();
  return (
    <div className="grid items-center gap-6 lg:grid-cols-2 lg:gap-10">
      <div className="lg:order-1">
        <h1 className="text-28 sm:text-36">{m.shop_home_lead()}</h1>
        <p className="mt-3 text-18 text-muted">{m.shop_home_text()}</p>
        <LinkButton to={href('/products')} className="mt-5 max-sm:w-full">
          {m.shop_home_see_fruit()}
        </LinkButton>
      </div>
      <img
        src="/pictures/hero.svg"
        alt={m.shop_home_hero_alt()}
        width="1200"
        height="640"
        {...FIRST_SEEN}
        className="w-full max-lg:order-first lg:order-2"
      />
    </div>
  );
}

function Shelf() {
  const { shelf, now } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <section aria-labelledby="shelf">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <div>
          <h2 id="shelf" className="text-22 sm:text-28">
            {m.shop_shelf_title()}
          </h2>
          <p className="text-muted">{m.shop_shelf_lead()}</p>
        </div>
        <Link
          to={href('/products')}
          className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
        >
          {m.shop_shelf_all()}
        </Link>
      </div>
      {shelf.length === 0 ? (
        <div className="mt-4">
          <EmptyState sign="fruit" title={m.shop_shelf_empty_title()} text={m.shop_shelf_empty_text()} />
        </div>
      ) : (
        <div className="mt-4">
          <FruitGrid products={shelf} now={now} />
        </div>
      )}
    </section>
  );
}

function Orchards() {
  const href = useHref();
  return (
    <section aria-labelledby="orchards">
      <h2 id="orchards" className="text-22 sm:text-28">
        {m.finding_orchards_title()}
      </h2>
      <p className="mt-1 mb-4 text-muted">{m.finding_orchards_lead()}</p>
      <LinkButton kind="quiet" to={href('/orchards')} className="max-sm:w-full">
        {m.finding_orchards_see()}
      </LinkButton>
    </section>
  );
}

function Ahead() {
  const href = useHref();
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead" className="text-22 sm:text-28">
        {m.preorders_title()}
      </h2>
      <p className="mt-1 mb-4 text-muted">{m.preorders_lead()}</p>
      <LinkButton kind="quiet" to={href('/pre-orders')} className="max-sm:w-full">
        {m.preorders_see()}
      </LinkButton>
    </section>
  );
}

export default function Home() {
  const { year, month, sellsAhead } = useLoaderData<typeof loader>();
  return (
    <div className="space-y-12 sm:space-y-16">
      <Hero />
      <Shelf />
      {sellsAhead ? <Ahead /> : null}
      <section aria-labelledby="scan" className="-mx-4 bg-leaf px-4 py-8 sm:mx-0 sm:rounded-crate sm:px-8">
        <h2 id="scan" className="text-22 sm:text-28">
          {m.shop_scan_title()}
        </h2>
        <p className="mt-1 mb-4">{m.shop_scan_lead()}</p>
        <ScanForm />
      </section>
      {year.length > 0 ? <SeasonYear year={year} month={month} /> : null}
      <Orchards />
      <HowItWorks />
    </div>
  );
}
