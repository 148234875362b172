import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { askedBoard, boardPath, toGate } from '~/office/board/asked-board';
import { BoardKeys } from '~/office/board/board-keys';
import { BulkSteps, Results } from '~/office/board/bulk-steps';
import { bulkStep } from '~/office/board/bulk-steps.server';
import { ChosenSieves } from '~/office/board/chosen-sieves';
import { FirstThings } from '~/office/board/first-things';
import { useBoardColumns } from '~/office/board/select-column';
import { type Choices, SieveForm } from '~/office/board/sieve-form';
import { StateStrip } from '~/office/board/state-strip';
import { asked as askedOf } from '~/office/gate-answers.server';
import { usePacks } from '~/office/use-packs';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.office_orders_title() }];

export const headers = () => PRIVATE;

/** A page of the board: its address says what it is sifted by; `?after=` goes on behind a row, `?before=` back. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const asked = askedBoard(search);
  const at = { after: search.get('after') || null, before: search.get('before') || null };
  const { carriers, officeOrders } = context.api;
  const [page, { choices, ...counts }, offered] = await askedOf(
    request,
    Promise.all([officeOrders.board(toGate(asked, at)), officeOrders.boardCounts(), carriers.offered()]),
  );
  return { ...page, counts, choices, offered, asked, key: crypto.randomUUID() };
}

/** One step for the orders that were chosen; says of each what came of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const done = await bulkStep(request, context.api, await formOf(request), localeOf(params));
  return data(done, { status: done.status, headers: PRIVATE });
}

export default function OrderBoard() {
  const { counts, asked } = useLoaderData<typeof loader>();
  const choices = useChoices();
  const packs = usePacks();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.office_orders_title()}>
        {packs ? (
          <LinkButton kind="quiet" to={href('/office/picking')}>
            {m.board_to_picking()}
          </LinkButton>
        ) : null}
      </PageHeader>
      <FirstThings counts={counts.toDo} asked={asked} />
      <StateStrip counts={counts.states} asked={asked} />
      <SieveForm key={JSON.stringify(asked)} asked={asked} choices={choices} />
      <ChosenSieves asked={asked} choices={choices} />
      <Rows />
      <Pages />
    </>
  );
}

function useChoices(): Choices {
  const { choices } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const words = (named: (typeof choices)['products']) =>
    named.map(({ value, nameVi, nameEn, nameZh }) => ({
      value,
      words: nameIn({ nameVi, nameEn, nameZh }, locale),
    }));
  return {
    province: words(choices.provinces),
    product: words(choices.products),
    variety: words(choices.varieties),
  };
}

function Rows() {
  const { rows, asked, key, offered } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>() ?? null;
  const columns = useBoardColumns(rows, done?.trackings ?? {});
  const href = useHref();
  if (rows.length === 0)
    return (
      <>
        <Results done={done} />
        <EmptyState sign="receipt" title={m.office_orders_empty_title()} text={m.office_orders_empty()}>
          {boardPath(asked) === '/office/orders' ? null : (
            <LinkButton to={href('/office/orders')}>{m.office_orders_see_all()}</LinkButton>
          )}
        </EmptyState>
      </>
    );
  return (
    // Its own: the list is for whoever reads; what writes in it is hidden by itself.
    <Form method="post" preventScrollReset noValidate className="own">
      <input type="hidden" name="key" value={done?.key ?? key} />
      <Results done={done} />
      <BoardKeys />
      <DataTable caption={m.office_orders_title()} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <BulkSteps done={done} spokenTo={offered.some((carrier) => carrier.key !== 'by_hand')} />
    </Form>
  );
}

function Pages() {
  const { asked, next, previous } = useLoaderData<typeof loader>();
  const href = useHref();
  if (!next && !previous) return null;
  return (
    <nav aria-label={m.board_pages()} className="mt-6 flex flex-wrap gap-3">
      {previous ? (
        <LinkButton kind="quiet" rel="prev" to={href(boardPath(asked, {}, { before: previous }))}>
          {m.board_previous()}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton kind="quiet" rel="next" to={href(boardPath(asked, {}, { after: next }))}>
          {m.office_orders_next()}
        </LinkButton>
      ) : null}
    </nav>
  );
}
