import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatInstant } from '~/format';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.members_title() }];

export const headers = () => PRIVATE;

/** Every member of the cooperative. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const members = await asked(request, context.api.members.all());
  return { members, saved: new URL(request.url).searchParams.has('saved') };
}

export default function Members() {
  const { members, saved } = useLoaderData<typeof loader>();
  const href = useHref();
  const columns = useColumns();
  return (
    <>
      <PageHeader title={m.members_title()} lead={m.members_lead()}>
        <LinkButton to={href('/office/members/new')}>{m.members_new()}</LinkButton>
      </PageHeader>
      {saved ? (
        <div className="mb-6">
          <Notice tone="good" title={m.members_saved()} />
        </div>
      ) : null}
      {members.length === 0 ? (
        <EmptyState sign="person" title={m.members_none()} text={m.members_none_text()} />
      ) : (
        <DataTable caption={m.members_title()} columns={columns} rows={members} rowKey={({ id }) => id} />
      )}
    </>
  );
}

type Member = ApiOutputs['members']['all'][number];

function useColumns(): Column<Member>[] {
  const locale = useLocale();
  const href = useHref();
  return [
    { key: 'code', head: m.members_code(), cell: ({ code }) => code },
    {
      key: 'name',
      head: m.members_name(),
      names: true,
      cell: ({ id, name }) => (
        <Link
          to={href(`/office/members/${id}`)}
          className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {name}
        </Link>
      ),
    },
    { key: 'joined', head: m.members_joined(), cell: ({ joinedOn }) => formatDay(joinedOn, locale) },
    { key: 'plots', head: m.members_plots(), figures: true, cell: ({ plots }) => plots },
    {
      key: 'shown',
      head: m.members_shown(),
      cell: ({ shown, agreedAt }) => {
        const words = shown === 'name' ? m.members_shown_name() : m.members_shown_nothing();
        return agreedAt ? m.members_agreed({ shown: words, at: formatInstant(agreedAt, locale) }) : words;
      },
    },
    {
      key: 'signsIn',
      head: m.members_signs_in(),
      cell: ({ signsIn }) => (signsIn ? m.members_signs_in_yes() : m.members_signs_in_no()),
    },
  ];
}
