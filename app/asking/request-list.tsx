import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { type Column, DataTable } from '~/components/data-table';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type MemberRequest, requestStateTone, requestStateWords, requestWords } from './request-words';

/** Requests with code, state and what they are about; for the office also whose they are. */
export function RequestList({ rows, ofWhom }: { rows: MemberRequest[]; ofWhom: boolean }) {
  const locale = useLocale();
  const href = useHref();
  const columns: Column<MemberRequest>[] = [
    {
      ...{ key: 'code', head: m.joining_office_code(), names: true },
      cell: ({ code }) => (
        <Link
          to={href(`/office/requests/${code}`)}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {code}
        </Link>
      ),
    },
    { key: 'what', head: m.joining_requests_kind(), cell: requestWords },
    ...(ofWhom
      ? [
          {
            ...{ key: 'who', head: m.joining_requests_member() },
            cell: ({ member }: MemberRequest) => `${member.code} · ${member.name}`,
          },
        ]
      : []),
    {
      ...{ key: 'state', head: m.joining_office_state() },
      cell: ({ state, demo }) => (
        <span className="flex flex-wrap gap-2">
          <Badge tone={requestStateTone(state)}>{requestStateWords(state)}</Badge>
          {demo ? <Badge tone="plain">{m.joining_demo_badge()}</Badge> : null}
        </span>
      ),
    },
    { key: 'sent', head: m.joining_office_sent(), cell: ({ createdAt }) => formatInstant(createdAt, locale) },
  ];
  return (
    <DataTable caption={m.joining_requests_nav()} columns={columns} rows={rows} rowKey={({ code }) => code} />
  );
}
