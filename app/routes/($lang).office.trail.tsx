import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { PageHeader } from '~/components/page-header';
import { formatInstant } from '~/format';
import { type Locale, localeOf } from '~/locale';
import { ACT_WORDS, actWords } from '~/office/act-words';
import { asked } from '~/office/gate-answers.server';
import { Select } from '~/office/select';
import { type Known, Things } from '~/office/things';
import { trailSearch } from '~/office/trail-search.server';
import { NOBODY, refusedWords, whoActed } from '~/office/who-acted';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.people_trail() }];

export const headers = () => PRIVATE;

/** The audit trail: `?who=`, `?what=`, `?code=`, `?day=` sift it, `?after=` names the last act of the page before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { wanted, after } = trailSearch(request);
  const page = await asked(request, context.api.trail.acts({ ...wanted, after }));
  return { ...page, wanted, acts: sortedActs(localeOf(params)) };
}

/** What can be searched for, by its words. Sorted here alone: a browser whose own order differs would draw the page anew. */
function sortedActs(locale: Locale): { procedure: string; words: string }[] {
  return Object.keys(ACT_WORDS)
    .map((procedure) => ({ procedure, words: actWords(procedure) }))
    .sort((a, b) => a.words.localeCompare(b.words, locale));
}

export default function Trail() {
  const { rows, next, people, memberIds, wanted } = useLoaderData<typeof loader>();
  const href = useHref();
  const known: Known = {
    memberIds: new Map(memberIds.map(({ id, code }) => [code, id])),
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
  const columns = useColumns(known);
  const searched = searchOf(wanted);
  return (
    <>
      <PageHeader title={m.people_trail()} lead={m.people_trail_lead()}>
        <LinkButton kind="quiet" to={href(`/office/trail.csv?${searched}`)} reloadDocument>
          {m.people_trail_csv()}
        </LinkButton>
      </PageHeader>
      <Sieve />
      {rows.length === 0 ? (
        <EmptyState sign="search" title={m.people_trail_none()} text={m.people_trail_none_text()} />
      ) : (
        <DataTable caption={m.people_trail()} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      {next ? (
        <div className="mt-6">
          <LinkButton kind="quiet" to={`?${searchOf({ ...wanted, after: next })}`}>
            {m.people_trail_older()}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

type Wanted = { byUser: string | null; procedure: string | null; code: string | null; day: string | null };

function searchOf({ byUser, procedure, code, day, after }: Wanted & { after?: string }): URLSearchParams {
  const fields = { who: byUser, what: procedure, code, day, after };
  return new URLSearchParams(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
  );
}

function Sieve() {
  const { people, wanted, acts } = useLoaderData<typeof loader>();
  return (
    <Form method="get" className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-5">
      <Field label={m.people_trail_who()}>
        <Select name="who" defaultValue={wanted.byUser ?? ''}>
          <option value="">{m.people_trail_anyone()}</option>
          <option value={NOBODY}>{m.signin_trail_nobody()}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.people_trail_what()}>
        <Select name="what" defaultValue={wanted.procedure ?? ''}>
          <option value="">{m.people_trail_anything()}</option>
          {acts.map(({ procedure, words }) => (
            <option key={procedure} value={procedure}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.people_trail_code()} hint={m.people_trail_code_hint()}>
        <TextInput
          name="code"
          defaultValue={wanted.code ?? ''}
          maxLength={40}
          autoComplete="off"
          className="min-h-14"
        />
      </Field>
      <Field label={m.people_trail_day()}>
        <TextInput type="date" name="day" defaultValue={wanted.day ?? ''} className="min-h-14" />
      </Field>
      <Button tall>{m.people_trail_find()}</Button>
    </Form>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function useColumns(known: Known): Column<Row>[] {
  const locale = useLocale();
  return [
    { key: 'at', head: m.people_trail_at(), cell: ({ at }) => formatInstant(at, locale) },
    { key: 'who', head: m.people_trail_who(), cell: whoActed },
    {
      key: 'what',
      head: m.people_trail_what(),
      names: true,
      cell: ({ procedure, outcome }) => (
        <>
          {actWords(procedure)}{' '}
          {outcome === 'refused' ? <Badge tone="care">{refusedWords(procedure)}</Badge> : null}
        </>
      ),
    },
    {
      key: 'about',
      head: m.people_trail_about(),
      cell: ({ about }) => <Things things={about} known={known} />,
    },
  ];
}
