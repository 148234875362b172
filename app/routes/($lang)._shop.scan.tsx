import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { publicPage } from '~/shop/public-page.server';
import { ScanForm } from '~/shop/scan-form';
import { type NamedFruit, readTypedCode } from '~/shop/typed-code';

export const meta: MetaFunction = () => [{ title: m.shop_scan_page_title() }];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return data({ typed: '', error: null }, publicPage(request));
  const shown = typed.slice(0, 300);
  if (typed.trim() === '') return data({ typed: '', error: m.errors_code_missing() }, { status: 400 });
  const named = readTypedCode(shown);
  if (!named) return data({ typed: shown, error: m.errors_code_unreadable() }, { status: 400 });
  if (!(await isKnown(context.api, named)))
    return data({ typed: shown, error: m.errors_code_unknown() }, { status: 404 });
  // A scanned page brings its styles in its own document, which a page already open would not fetch.
  throw redirectDocument(hrefIn(locale, named.path), 303);
}

async function isKnown(api: LoaderFunctionArgs['context']['api'], named: NamedFruit): Promise<boolean> {
  const { gtin, batch, serial } = named;
  if (serial !== null) return (await api.boxes.story({ gtin, batch, serial })).ok;
  if (batch !== null) return (await api.boxes.lot({ gtin, batch })).ok;
  return (await api.products.one({ gtin })).ok;
}

export default function Scan() {
  const { typed, error } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-2xl">
      <PageHeader title={m.shop_scan_page_title()} lead={m.shop_scan_page_lead()} />
      <p className="mb-4">{m.shop_scan_lead()}</p>
      <ScanForm key={typed} typed={typed} error={error} />
    </div>
  );
}
