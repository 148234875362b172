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
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const typed = params.number ?? '';
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw new Response(m.law_unknown(), { status: 404 });
  const asked = { slug: params.slug, number: Number(typed) };
  return data(await readTerms(context.api, asked, locale, context.now), publicPage(request));
}

/** One version of a page, whether it holds or not, at an address of its own. */
export default function TermsThen() {
  return <TermsPage page={useLoaderData<typeof loader>()} />;
}
