import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { shopPicture } from '~/reach/pictures.server';
import { shareMeta } from '~/reach/share-meta';
import { byWeek } from '~/shop/ahead/by-week';
import { OfferCard } from '~/shop/ahead/offer-card';
import { publicPage } from '~/shop/public-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const [title, description] = [m.preorders_title(), m.preorders_lead()];
  return page ? shareMeta({ ...page.shared, title, description }) : [{ title }];
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What can be ordered ahead now, by the week in which it is cut. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const offers = await context.api.preorders.onSale({ slug: null });
  const picture = await shopPicture(locale);
  const shared = { publicUrl: context.publicUrl, locale, path: hrefIn(locale, '/pre-orders'), picture };
  return data({ offers, shared }, publicPage(request));
}

export default function PreOrders() {
  const { offers } = useLoaderData<typeof loader>();
  const href = useHref();
  const locale = useLocale();
  return (
    <>
      <PageHeader title={m.preorders_title()} lead={m.preorders_lead()} />
      {offers.length === 0 ? (
        <EmptyState sign="basket" title={m.preorders_none_title()} text={m.preorders_none_text()}>
          <LinkButton to={href('/products')}>{m.shop_home_see_fruit()}</LinkButton>
        </EmptyState>
      ) : null}
      <div className="space-y-10">
        {byWeek(offers).map((week) => (
          <section key={+week.monday} aria-labelledby={`week-${+week.monday}`}>
            <h2 id={`week-${+week.monday}`} className="mb-3 border-b-2 border-ink pb-1 text-22">
              {weekWords(week.monday, locale)}
            </h2>
            <ul className="grid gap-4 md:grid-cols-2">
              {week.offers.map((offer) => (
                <li key={offer.offerId}>
                  <OfferCard offer={offer} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
