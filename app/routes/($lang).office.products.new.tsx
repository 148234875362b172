import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { ListingForm } from '~/office/listing-form';
import { listedOr, newListingIn, typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.listings_new() }];

export const headers = () => PRIVATE;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { varieties } = await asked(request, context.api.listings.all());
  return { varieties, formKey: crypto.randomUUID() };
}

/** Lists a product; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const { entry, beside } = newListingIn(typed);
  const answer = await answered(request, context.api.listings.add(entry));
  return listedOr(answer, typed, localeOf(params), beside);
}

export default function NewProduct() {
  const { varieties, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.listings_new()} />
      <ListingForm
        varieties={varieties}
        formKey={formKey}
        typed={refused?.typed ?? { listed: 'yes', sort: '100' }}
        problem={refused?.problem ?? null}
      />
    </>
  );
}
