import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { PageHeader } from '~/components/page-header';
import { TermsLinks } from '~/law/terms-page';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { publicPage } from '~/shop/public-page.server';

export const meta: MetaFunction = () => [
  { title: m.law_title() },
  { name: 'description', content: m.law_lead() },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export function loader({ params, request }: LoaderFunctionArgs) {
  localeOf(params);
  return data(null, publicPage(request));
}

/** Everything that the shop publishes of itself. */
export default function Terms() {
  return (
    <>
      <PageHeader title={m.law_title()} lead={m.law_lead()} />
      <ul className="text-18">
        <TermsLinks />
      </ul>
    </>
  );
}
