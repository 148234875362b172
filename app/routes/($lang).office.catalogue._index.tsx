import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { kindWords } from '~/orchard/kind-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_catalogue_title() }];

export const headers = () => PRIVATE;

/** The catalogue, or what of it holds the words of `?search=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = context;
  const search = (new URL(request.url).searchParams.get('search') ?? '').slice(0, 100);
  const [inputs, me] = await asked(request, Promise.all([api.inputs.list({ search }), api.session.me()]));
  return { inputs, search, manages: me.kind === 'person' && me.roles.includes('manager') };
}

type Input = ApiOutputs['inputs']['list'][number];

export default function Catalogue() {
  const { inputs, search, manages } = useLoaderData<typeof loader>();
  const href = useHref();
  const columns = useColumns(manages);
  return (
    <>
      <PageHeader title={m.farm_catalogue_title()} lead={m.farm_catalogue_lead()}>
        {manages ? (
          <>
            <LinkButton to={href('/office/catalogue/new')}>{m.farm_catalogue_new()}</LinkButton>
            <LinkButton to={href('/office/imports/new?kind=inputs')} kind="quiet">
              {m.farm_catalogue_import()}
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      <Form method="get" className="mb-6 flex max-w-2xl flex-wrap items-end gap-3">
        <div className="grow">
          <Field label={m.farm_catalogue_search()}>
            <TextInput key={search} type="search" name="search" defaultValue={search} maxLength={100} />
          </Field>
        </div>
        <Button kind="quiet" className="min-h-12">
          {m.farm_catalogue_find()}
        </Button>
      </Form>
      {inputs.length > 0 ? (
        <DataTable
          caption={m.farm_catalogue_title()}
          columns={columns}
          rows={inputs}
          rowKey={(input) => input.id}
        />
      ) : (
        <EmptyState sign="leaf" title={m.farm_catalogue_none_title()} text={m.farm_catalogue_none()} />
      )}
    </>
  );
}

function useColumns(manages: boolean): Column<Input>[] {
  const href = useHref();
  const locale = useLocale();
  const edit: Column<Input> = {
    key: 'edit',
    head: '',
    cell: ({ id, name }) => (
      <Link
        to={href(`/office/catalogue/${id}`)}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {m.farm_catalogue_edit()}
        <span className="sr-only"> {name}</span>
      </Link>
    ),
  };
  return [
    { key: 'name', head: m.farm_catalogue_name(), names: true, cell: ({ name }) => name },
    { key: 'kind', head: m.farm_catalogue_kind(), cell: ({ kind }) => kindWords(kind) },
    { key: 'active', head: m.farm_diary_active(), cell: ({ activeIngredient }) => activeIngredient ?? '–' },
    { key: 'reg', head: m.farm_diary_registration(), cell: ({ registration }) => registration ?? '–' },
    {
      key: 'days',
      head: m.farm_diary_interval(),
      figures: true,
      cell: ({ preHarvestDays }) => m.farm_diary_interval_days({ days: preHarvestDays }),
    },
    {
      key: 'state',
      head: m.farm_catalogue_state(),
      cell: ({ bannedOn, bannedReason }) =>
        bannedOn ? (
          <>
            <Badge tone="care">{m.farm_catalogue_banned({ day: formatDay(bannedOn, locale) })}</Badge>
            <span className="block text-14">{bannedReason}</span>
          </>
        ) : (
          <Badge tone="done">{m.farm_catalogue_allowed()}</Badge>
        ),
    },
    ...(manages ? [edit] : []),
  ];
}
