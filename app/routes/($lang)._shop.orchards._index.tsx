import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { OrchardCard } from '~/shop/orchard-card';
import { publicPage } from '~/shop/public-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.finding_orchards_page_title() },
  { name: 'description', content: m.finding_orchards_lead() },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The orchards of growers who agreed to be shown. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  return data({ orchards: await context.api.orchards.list() }, publicPage(request));
}

export default function Orchards() {
  const { orchards } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.finding_orchards_title()} lead={m.finding_orchards_lead()} />
      {orchards.length === 0 ? (
        <EmptyState sign="plot" title={m.finding_orchards_none()} text={m.finding_orchards_none_text()}>
          <LinkButton to={href('/products')}>{m.shop_shelf_all()}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3">
          {orchards.map((orchard) => (
            <li key={orchard.code}>
              <OrchardCard orchard={orchard} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
