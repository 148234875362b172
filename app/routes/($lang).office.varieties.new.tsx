import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { listedOr, typedIn, varietyIn } from '~/office/typed-listing.server';
import { VarietyForm } from '~/office/variety-form';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.listings_variety_new() }];

export const headers = () => PRIVATE;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { fruits } = await asked(request, context.api.listings.all());
  return { fruits, formKey: crypto.randomUUID() };
}

/** Writes a variety down; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const asking = context.api.listings.addVariety(varietyIn(typed, typed.code ?? ''));
  return listedOr(await answered(request, asking), typed, localeOf(params));
}

export default function NewVariety() {
  const { fruits, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.listings_variety_new()} />
      <VarietyForm
        fruits={fruits}
        isNew
        formKey={formKey}
        typed={refused?.typed ?? {}}
        problem={refused?.problem ?? null}
      />
    </>
  );
}
