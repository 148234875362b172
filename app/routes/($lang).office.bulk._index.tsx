import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatDong, formatInstant, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import { CodeAndWho, StandingCell } from '~/office/cells-of-request';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { standingTone, standingWords } from '~/shop/bulk/bulk-words';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.bulk_nav() }];

export const headers = () => PRIVATE;

/** All requests, those that wait for an answer first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { rows: await asked(request, context.api.bulk.board()) };
}

type Row = ApiOutputs['bulk']['board'][number];

const columns = (locale: Locale, href: (to: string) => string): Column<Row>[] => [
  {
    ...{ key: 'code', head: m.bulk_office_col_code(), names: true },
    cell: ({ code, who }) => <CodeAndWho to={href(`/office/bulk/${code}`)} code={code} who={who} />,
  },
  {
    ...{ key: 'state', head: m.bulk_office_col_state() },
    cell: ({ standing, demo }) => (
      <StandingCell demo={demo ? m.bulk_demo_badge() : null}>
        <Badge tone={standingTone(standing)}>{standingWords(standing)}</Badge>
      </StandingCell>
    ),
  },
  {
    ...{ key: 'what', head: m.bulk_what() },
    cell: ({ variety, grade, grams, kind }) => {
      const fruit = nameIn(variety, locale);
      const words = grade === null ? m.bulk_fruit_any({ fruit }) : m.bulk_fruit_grade({ fruit, grade });
      const to = kind === 'export' ? m.bulk_export() : m.bulk_domestic();
      return `${words} · ${formatKilograms(grams, locale)} · ${to}`;
    },
  },
  {
    ...{ key: 'wanted', head: m.bulk_wanted_on() },
    cell: ({ wantedOn }) => formatDay(wantedOn, locale),
  },
  {
    ...{ key: 'sent', head: m.bulk_office_col_sent() },
    cell: ({ createdAt }) => formatInstant(createdAt, locale),
  },
  {
    ...{ key: 'total', head: m.bulk_total(), figures: true },
    cell: ({ total }) => (total === null ? '–' : formatDong(total, locale)),
  },
];

export default function BulkBoard() {
  const { rows } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.bulk_nav()} lead={m.bulk_office_lead()} />
      {rows.length === 0 ? (
        <EmptyState sign="cart" title={m.bulk_office_none_title()} text={m.bulk_office_none_text()} />
      ) : (
        <DataTable
          caption={m.bulk_nav()}
          columns={columns(locale, href)}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
    </>
  );
}
