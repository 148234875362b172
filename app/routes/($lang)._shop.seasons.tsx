import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { monthName } from '~/shop/month-words';
import { publicPage } from '~/shop/public-page.server';
import { monthInVietnam } from '~/shop/seasons';
import { YearStrip } from '~/shop/year-strip';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.finding_seasons_title() },
  { name: 'description', content: m.finding_seasons_description() },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The months of every variety, as the office keeps them. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const seasons = await context.api.products.seasons();
  return data({ seasons, month: monthInVietnam(context.now) }, publicPage(request));
}

function RipeNow() {
  const { seasons, month } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  const ripe = seasons.filter(({ ripeMonths }) => ripeMonths.includes(month));
  return (
    <section aria-labelledby="now" className="rounded-crate bg-flesh-soft p-4 sm:p-6">
      <h2 id="now" className="text-22">
        {m.finding_seasons_now({ month: monthName(month, locale) })}
      </h2>
      <p className="mt-1 text-18">
        {ripe.length > 0
          ? ripe.map((variety) => nameIn(variety, locale)).join(', ')
          : m.finding_seasons_now_none()}
      </p>
      <div className="mt-4">
        <LinkButton to={href('/products?when=now')}>{m.shop_home_see_fruit()}</LinkButton>
      </div>
    </section>
  );
}

export default function Seasons() {
  const { seasons, month } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  if (seasons.length === 0)
    return (
      <>
        <PageHeader title={m.finding_seasons_title()} />
        <EmptyState sign="fruit" title={m.shop_shelf_empty_title()} text={m.shop_shelf_empty_text()}>
          <LinkButton to={href('/')}>{m.errors_go_home()}</LinkButton>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={m.finding_seasons_title()} lead={m.shop_season_lead()} />
      <div className="space-y-10">
        <RipeNow />
        <YearStrip
          month={month}
          rows={seasons.map((season) => ({
            ...{ key: season.code, name: nameIn(season, locale), months: season.ripeMonths },
            ...{ to: href(`/products?variety=${season.code}`), picture: season.picture },
          }))}
        />
      </div>
    </>
  );
}
