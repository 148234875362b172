import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTerms } from '~/law/read-terms.server';
import { TermsPage } from '~/law/terms-page';
import { termsTitle } from '~/law/terms-title';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { publicPage } from '~/shop/public-page.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? termsTitle(page.slug) : m.law_unknown()} · ${m.common_coop_short()}` },
  { name: 'description', content: m.law_lead() },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const page = await readTerms(context.api, { slug: params.slug, number: null }, locale, context.now);
  return data(page, publicPage(request));
}

/** The version of a page that holds. */
export default function TermsNow() {
  return <TermsPage page={useLoaderData<typeof loader>()} />;
}
