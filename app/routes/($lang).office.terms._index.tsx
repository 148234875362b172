import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatInstant } from '~/format';
import { TERMS_SLUGS, termsTitle } from '~/law/terms-title';
import { localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.law_nav() }];

export const headers = () => PRIVATE;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const requests = await asked(request, context.api.buyerData.requests());
  const pages = await Promise.all(
    TERMS_SLUGS.map(async (slug) => ({ slug, versions: await context.api.terms.history({ slug }) })),
  );
  return { requests, pages, published: new URL(request.url).searchParams.has('published') };
}

function Pages() {
  const { pages } = useLoaderData<typeof loader>();
  const href = useHref();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-edge">
      {pages.map(({ slug, versions }) => (
        <li key={slug} className="py-3">
          <Link
            to={href(`/office/terms/${slug}`)}
            className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
          >
            {termsTitle(slug)}
          </Link>
          <ul className="text-14">
            {versions.map(({ number, holdsFrom, writer }) => (
              <li key={number}>
                {m.law_version({ number, day: formatDay(holdsFrom, locale) })} ·{' '}
                {writer ?? m.law_office_with_software()}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Requests() {
  const { requests } = useLoaderData<typeof loader>();
  const href = useHref();
  const locale = useLocale();
  if (requests.length === 0) return <p>{m.law_office_requests_none()}</p>;
  return (
    <ul className="divide-y divide-edge">
      {requests.map(({ id, kind, orderCode, phoneMask, at, keptUntil }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3">
          <span>{formatInstant(at, locale)}</span>
          {orderCode ? (
            <Link
              to={href(`/office/orders/${orderCode}`)}
              className="inline-flex min-h-11 items-center underline"
            >
              {orderCode}
            </Link>
          ) : (
            <span className="inline-flex min-h-11 items-center">
              {m.account_office_request({ phone: phoneMask ?? '' })}
            </span>
          )}
          <span>{kind === 'erase' ? m.law_office_erase() : m.law_office_export()}</span>
          {keptUntil ? (
            <span className="text-muted">
              {m.law_office_kept_until({ day: formatDay(keptUntil, locale) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the shop publishes of itself, and what buyers asked about their data. */
export default function OfficeTerms() {
  const { published } = useLoaderData<typeof loader>();
  return (
    <div className="space-y-8">
      <PageHeader title={m.law_nav()} lead={m.law_office_lead()} />
      {published ? <Notice tone="good">{m.law_office_published()}</Notice> : null}
      <Pages />
      <section aria-labelledby="requests">
        <h2 id="requests" className="mb-2 text-22">
          {m.law_office_requests()}
        </h2>
        <Requests />
      </section>
    </div>
  );
}
