import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { listedOr, typedIn, varietyIn } from '~/office/typed-listing.server';
import { VarietyForm } from '~/office/variety-form';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.listings_varieties() }];

export const headers = () => PRIVATE;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { varieties, fruits } = await asked(request, context.api.listings.all());
  const variety = varieties.find(({ code }) => code === params.code);
  if (!variety) throw new Response(null, { status: 404, headers: PRIVATE });
  return { variety, fruits, formKey: crypto.randomUUID() };
}

/** Says a variety anew; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const asking = context.api.listings.changeVariety(varietyIn(typed, params.code ?? ''));
  return listedOr(await answered(request, asking), typed, localeOf(params));
}

export default function ChangeVariety() {
  const { variety, fruits, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const href = useHref();
  const { nameVi, nameEn, nameZh, shelfDays, ripens, ripeMonths, fruit, picture } = variety;
  const now = {
    nameVi,
    nameEn,
    nameZh: nameZh ?? '',
    shelfDays: `${shelfDays}`,
    ...(ripens ? { ripens: 'yes' } : {}),
    drawing: `${fruit}/${picture}`,
    ...Object.fromEntries(ripeMonths.map((month) => [`ripe${month}`, 'yes'])),
  };
  return (
    <>
      <PageHeader title={m.listings_variety_change({ name: nameIn(variety, locale) })} lead={variety.code}>
        <LinkButton kind="quiet" to={href('/office/products')}>
          {m.listings_back()}
        </LinkButton>
      </PageHeader>
      <VarietyForm
        fruits={fruits}
        isNew={false}
        formKey={formKey}
        typed={refused?.typed ?? now}
        problem={refused?.problem ?? null}
      />
    </>
  );
}
