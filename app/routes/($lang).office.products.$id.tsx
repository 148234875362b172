import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { ListingForm } from '~/office/listing-form';
import { type Listing, soldByWords } from '~/office/listing-words';
import { listedOr, listingWordsIn, typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.listings_title() }];

export const headers = () => PRIVATE;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { products } = await asked(request, context.api.listings.all());
  const listing = products.find(({ id }) => id === params.id);
  if (!listing) throw new Response(null, { status: 404, headers: PRIVATE });
  return { listing, formKey: crypto.randomUUID() };
}

/** Says a listing anew; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const asking = context.api.listings.change({ ...listingWordsIn(typed), id: params.id ?? '' });
  return listedOr(await answered(request, asking), typed, localeOf(params));
}

export default function ChangeProduct() {
  const { listing, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const href = useHref();
  const { gtin, grade, varietyVi: nameVi, varietyEn: nameEn, varietyZh: nameZh } = listing;
  const variety = nameIn({ nameVi, nameEn, nameZh }, locale);
  return (
    <>
      <PageHeader
        title={m.listings_change({ name: nameIn(listing, locale) })}
        lead={m.listings_fixed({ gtin, variety, grade, how: soldByWords(listing, locale) })}
      >
        <LinkButton kind="quiet" to={href('/office/products')}>
          {m.listings_back()}
        </LinkButton>
      </PageHeader>
      <ListingForm
        varieties={null}
        formKey={formKey}
        typed={refused?.typed ?? saidNow(listing)}
        problem={refused?.problem ?? null}
      />
    </>
  );
}

function saidNow({ price, sort, listed, ...words }: Listing): Record<string, string> {
  return {
    nameVi: words.nameVi,
    nameEn: words.nameEn,
    nameZh: words.nameZh ?? '',
    descriptionVi: words.descriptionVi,
    descriptionEn: words.descriptionEn,
    descriptionZh: words.descriptionZh ?? '',
    price: String(price),
    sort: String(sort),
    listed: listed ? 'yes' : '',
  };
}
