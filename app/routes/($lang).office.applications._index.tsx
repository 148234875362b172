import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatInstant } from '~/format';
import {
  applicationStanding,
  applicationStateWords,
  membershipWords,
  OFFICE_STATES,
} from '~/joining/join-words';
import { StateLinks } from '~/joining/state-links';
import type { Locale } from '~/locale';
import { CodeAndWho, StandingCell } from '~/office/cells-of-request';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.joining_nav() }];

export const headers = () => PRIVATE;

/** Applications by state, the oldest first, a page at a time. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = OFFICE_STATES.find((each) => each === searchParams.get('state')) ?? null;
  const after = searchParams.get('after')?.slice(0, 64) ?? null;
  return { ...(await asked(request, context.api.applications.list({ state, after }))), state };
}

type Row = ApiOutputs['applications']['list']['rows'][number];

const columns = (locale: Locale, href: (to: string) => string): Column<Row>[] => [
  {
    ...{ key: 'code', head: m.joining_office_who(), names: true },
    cell: ({ code, name }) => <CodeAndWho to={href(`/office/applications/${code}`)} code={code} who={name} />,
  },
  {
    ...{ key: 'state', head: m.joining_office_state() },
    cell: ({ state, demo, isPhoneProved }) => (
      <StandingCell demo={demo ? m.joining_demo_badge() : null}>
        <Badge tone={applicationStanding(state).tone}>{applicationStanding(state).words}</Badge>
        {isPhoneProved ? null : <Badge tone="care">{m.entrance_phone_unproved()}</Badge>}
      </StandingCell>
    ),
  },
  { key: 'kind', head: m.joining_kind(), cell: ({ kind }) => membershipWords(kind) },
  { key: 'place', head: m.joining_place(), cell: ({ place }) => place },
  { key: 'sent', head: m.joining_office_sent(), cell: ({ sentAt }) => formatInstant(sentAt, locale) },
  {
    ...{ key: 'votes', head: m.joining_office_votes() },
    cell: ({ yes, no }) => m.joining_office_votes_of({ yes, no }),
  },
];

export default function Applications() {
  const { rows, next, state } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  const of = state ? `state=${state}&` : '';
  return (
    <>
      <PageHeader title={m.joining_nav()} lead={m.joining_office_lead()} />
      <StateLinks
        to="/office/applications"
        now={state ?? ''}
        states={[
          { state: '', words: m.joining_office_open() },
          ...OFFICE_STATES.map((each) => ({ state: each, words: applicationStateWords(each) })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState sign="person" title={m.joining_office_none()} text={m.joining_office_none_text()} />
      ) : (
        <DataTable
          caption={m.joining_nav()}
          columns={columns(locale, href)}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
      {next ? (
        <p className="mt-6">
          <LinkButton kind="quiet" to={href(`/office/applications?${of}after=${next}`)}>
            {m.joining_office_next()}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
