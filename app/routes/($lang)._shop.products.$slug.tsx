import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { formatDay, formatDong, formatKilograms } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { nameIn, wordsIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { productPicture } from '~/reach/pictures.server';
import { organizationLd, productLd, shareMeta } from '~/reach/share-meta';
import { formOf, text } from '~/read-form.server';
import { addToCart } from '~/shop/add-to-cart.server';
import { OfferLines } from '~/shop/ahead/offer-lines';
import { BuyBar } from '~/shop/buy-bar';
import { FIRST_SEEN } from '~/shop/first-seen';
import { HarvestList } from '~/shop/harvest-list';
import { keepCart } from '~/shop/kept-cart.server';
import { MarkedOffers } from '~/shop/marked-offers';
import { monthWords } from '~/shop/month-words';
import { OriginStory } from '~/shop/origin-story';
import { publicPage } from '~/shop/public-page.server';
import { RatingsOfProduct } from '~/shop/ratings-of-product';
import { shortOrigin } from '~/shop/short-origin.server';
import { StarsMean } from '~/shop/stars';
import { perKilogram, soldByWords, unitsWords, weightRange } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [{ title: m.errors_not_found_title() }];
  const { product, name, description, shared } = page;
  const { publicUrl, locale } = shared;
  const title = m.shop_product_title({ product: name });
  const shelf = hrefIn(locale, '/products');
  return [
    ...shareMeta({ ...shared, title, description, type: 'product' }),
    organizationLd(publicUrl),
    ...productLd(publicUrl, { ...shared, product, name, description, shelf }, locale),
  ];
};

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const found = await context.api.products.one({ slug: (params.slug ?? '').slice(0, 120) });
  if (!found.ok) throw new Response(m.shop_product_unknown(), { status: 404 });
  const product = found.value;
  const [origin, ahead, ratings] = await Promise.all([
    shortOrigin(context.api, product),
    context.api.preorders.onSale({ slug: product.slug }),
    context.api.ratings.ofProduct({ slug: product.slug }),
  ]);
  const name = nameIn(product, locale);
  const { descriptionVi: vi, descriptionEn: en, descriptionZh: zh } = product;
  const description = wordsIn({ vi, en, zh }, locale);
  const said = ratings.ok ? ratings.value : null;
  const path = hrefIn(locale, `/products/${product.slug}`);
  const { publicUrl, now } = context;
  const shared = { publicUrl, locale, path, picture: await productPicture(product, locale) };
  return data({ product, name, description, origin, ahead, said, now, shared }, publicPage(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const quantity = form.get('quantity');
  const markdownId = text(form, 'markdown').slice(0, 64);
  const added = await addToCart(context, request, locale, { slug: params.slug ?? '', quantity, markdownId });
  if (!added.ok) {
    const typed = typeof quantity === 'string' ? quantity.slice(0, 10) : '';
    return data(
      { error: added.words, typed, markdownId },
      { status: added.status, headers: { 'Cache-Control': 'private, no-store' } },
    );
  }
  const cookie = await keepCart(context, request, { before: added.before, after: added.cart });
  return redirect(hrefIn(locale, '/cart'), { status: 303, headers: { 'Set-Cookie': cookie } });
}

/** The grade, how much is left, when it is expected again, and what buyers gave it. */
function Standing() {
  const { product } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { unitsLeft, saleUnit, comingOn, rating } = product;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Badge tone="plain" sign="leaf">
          {m.shop_product_grade({ grade: product.grade })}
        </Badge>
        {unitsLeft > 0 ? (
          <Badge tone="ripe">{m.shop_left_units({ units: unitsWords(unitsLeft, saleUnit, locale) })}</Badge>
        ) : product.markdowns.length > 0 ? null : (
          <Badge tone="plain">{m.shop_sold_out()}</Badge>
        )}
        {comingOn ? (
          <span className="text-14">{m.finding_coming({ day: formatDay(comingOn, locale) })}</span>
        ) : null}
      </p>
      {rating ? (
        <a href="#ratings" className="inline-flex min-h-11 items-center underline underline-offset-4">
          <StarsMean rating={rating} />
        </a>
      ) : null}
    </>
  );
}

/** How much a unit weighs at least, how long the fruit is good, and in which months it is ripe. */
function GoodToKnow() {
  const { product } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const weight = formatKilograms(product.unitGrams, locale);
  const range = weightRange(product, locale);
  const months = monthWords(product.ripeMonths, locale);
  return (
    <ul className="mt-2 text-14 text-muted">
      <li>{range ? m.buying_weigh_note({ range }) : m.shop_product_weight_note({ weight })}</li>
      <li>{m.finding_days_to_eat({ days: product.shelfDays })}</li>
      {months ? <li>{m.finding_product_season({ months })}</li> : null}
    </ul>
  );
}

function PriceLine() {
  const { product } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const kiloPrice = perKilogram(product, locale);
  return (
    <p className="mt-2">
      <span className="text-28 font-extrabold text-rind">{formatDong(product.price, locale)}</span>
      <span className="text-18 text-muted"> / {soldByWords(product, locale)}</span>
      {kiloPrice ? <span className="block text-muted">{kiloPrice}</span> : null}
    </p>
  );
}

/** The way to ask for much of it. */
function MuchOfIt() {
  const { product } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <p className="mt-4">
      <Link
        to={href(`/bulk?variety=${product.varietyCode}`)}
        className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
      >
        {m.bulk_much_of_it()}
      </Link>
    </p>
  );
}

export default function Product() {
  const { product, name, description, origin, ahead, said, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="space-y-10">
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <div className="flex items-center justify-center self-start rounded-crate bg-leaf p-6 sm:sticky sm:top-6">
          <img
            src={`/pictures/${product.picture}`}
            alt={name}
            width="480"
            height="360"
            {...FIRST_SEEN}
            className="aspect-4/3 max-h-56 w-full object-contain sm:max-h-96"
          />
        </div>
        <div>
          <Standing />
          <h1 className="mt-2 text-28 sm:text-36">{name}</h1>
          <PriceLine />
          <p className="mt-3 text-18">{description}</p>
          <GoodToKnow />
          {product.unitsLeft > 0 || product.markdowns.length === 0 ? (
            <BuyBar product={product} {...(answer?.markdownId ? {} : answer)} />
          ) : null}
          <MarkedOffers product={product} now={now} refused={answer?.markdownId ? answer : null} />
          <OfferLines offers={ahead} />
          <MuchOfIt />
          {product.harvests.length > 0 ? (
            <section aria-labelledby="harvests" className="mt-8">
              <h2 id="harvests" className="mb-2 text-22">
                {m.shop_product_harvests()}
              </h2>
              <HarvestList gtin={product.gtin} harvests={product.harvests} now={now} />
            </section>
          ) : null}
        </div>
      </div>
      {origin ? <OriginStory origin={origin} now={now} /> : null}
      {said ? <RatingsOfProduct ratings={said} mean={product.rating} /> : null}
    </div>
  );
}
