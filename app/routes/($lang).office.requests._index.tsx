import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { RequestList } from '~/asking/request-list';
import { REQUEST_STATES, requestStateWords } from '~/asking/request-words';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { StateLinks } from '~/joining/state-links';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.joining_requests_nav() }];

export const headers = () => PRIVATE;

/** What members asked for, by state, the oldest first, a page at a time. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = REQUEST_STATES.find((each) => each === searchParams.get('state')) ?? 'received';
  const after = searchParams.get('after')?.slice(0, 64) ?? null;
  return { ...(await asked(request, context.api.memberRequests.list({ state, after }))), state };
}

export default function Requests() {
  const { rows, next, state } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.joining_requests_nav()} lead={m.joining_requests_lead()} />
      <p className="mb-4">
        <Link
          to={href('/office/bulk')}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.joining_requests_bulk()}
        </Link>
      </p>
      <StateLinks
        to="/office/requests"
        now={state}
        states={REQUEST_STATES.map((each) => ({ state: each, words: requestStateWords(each) }))}
      />
      {rows.length === 0 ? (
        <EmptyState sign="message" title={m.joining_requests_none()} text={m.joining_requests_none_text()} />
      ) : (
        <RequestList rows={rows} ofWhom />
      )}
      {next ? (
        <p className="mt-6">
          <LinkButton kind="quiet" to={href(`/office/requests?state=${state}&after=${next}`)}>
            {m.joining_office_next()}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
