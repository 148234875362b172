import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { rowWords } from '~/orchard/row-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

const SHOWN = 100;

/** Without script too, the page asks again by itself until the file is done. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.farm_catalogue_import() },
  ...(data && !data.state.endedAt ? [{ httpEquiv: 'refresh', content: '3' }] : []),
];

export const headers = () => PRIVATE;

/** How far a file is, and the first rows that were refused. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.farmImports.state({ id: params.id ?? '', most: SHOWN }));
  if (!found.ok) throw new Response(m.farm_import_not_found(), { status: 404, headers: PRIVATE });
  return { state: found.value };
}

type State = Extract<ApiOutputs['farmImports']['state'], { ok: true }>['value'];

export default function ImportPage() {
  const { state } = useLoaderData<typeof loader>();
  const href = useHref();
  const file = state.fileName;
  const title = state.endedAt ? m.farm_import_done({ file }) : m.farm_import_running({ file });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={title} />
      <div className="grid gap-6">
        <Progress state={state} />
        {state.refused > 0 ? <Refused state={state} /> : null}
        <div className="flex flex-wrap gap-3">
          <LinkButton kind="quiet" to={href(state.kind === 'inputs' ? '/office/catalogue' : '/office/diary')}>
            {state.kind === 'inputs' ? m.farm_catalogue_title() : m.farm_diary_title()}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}

function Progress({ state }: { state: State }) {
  const locale = useLocale();
  const href = useHref();
  const { done, total, kept, refused, endedAt } = state;
  const figure = (count: number) => count.toLocaleString(locale);
  const words = m.farm_import_progress({ done: figure(done), total: figure(total) });
  const counts = m.farm_import_kept({ kept: figure(kept), refused: figure(refused) });
  return (
    <div className="grid gap-3">
      <label className="font-semibold">
        {words}
        <progress className="block h-5 w-full accent-rind" value={done} max={total} />
      </label>
      {endedAt ? (
        <Notice tone={refused > 0 ? 'care' : 'good'} title={counts} />
      ) : (
        <Notice tone="plain" title={counts}>
          {m.farm_import_refreshes()}{' '}
          <a
            href={href(`/office/imports/${state.id}`)}
            className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {m.farm_import_reload()}
          </a>
        </Notice>
      )}
    </div>
  );
}

function Refused({ state }: { state: State }) {
  const href = useHref();
  return (
    <section className="grid gap-3">
      <h2 className="text-22">{m.farm_import_refused_title()}</h2>
      {state.refused > state.refusals.length ? (
        <p>{m.farm_import_refused_most({ count: state.refusals.length })}</p>
      ) : null}
      <p>
        <a
          href={href(`/office/imports/${state.id}/refused.csv`)}
          download
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {m.farm_import_refused_download()}
        </a>
      </p>
      <DataTable
        caption={m.farm_import_refused_title()}
        columns={[
          { key: 'row', head: m.farm_import_row(), names: true, cell: ({ row }) => String(row) },
          { key: 'why', head: m.farm_import_why(), cell: rowWords },
          {
            key: 'cells',
            head: m.farm_import_cells(),
            cell: ({ cells }) => cells.filter(Boolean).join(' · '),
          },
        ]}
        rows={state.refusals}
        rowKey={({ row }) => String(row)}
      />
    </section>
  );
}
