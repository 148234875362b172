import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { useOrderColumns } from '~/office/order-columns';
import { ORDER_STATES, type OrderState, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.office_orders_title() }];

export const headers = () => PRIVATE;

/** A page of the board: `?state=placed` filters, `?after=` goes on behind a row. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const state = ORDER_STATES.find((known) => known === search.get('state')) ?? null;
  const after = search.get('after') || null;
  const { officeOrders } = context.api;
  const [page, counts] = await asked(
    request,
    Promise.all([officeOrders.board({ state, after }), officeOrders.counts()]),
  );
  return { ...page, counts, state, after };
}

type Counts = Record<OrderState, number>;

export default function OrderBoard() {
  const { rows, next, counts, state, after } = useLoaderData<typeof loader>();
  const columns = useOrderColumns();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.office_orders_title()} />
      <StateTabs counts={counts} chosen={state} />
      {rows.length === 0 ? (
        <EmptyState sign="receipt" title={m.office_orders_empty_title()} text={m.office_orders_empty()}>
          {state || after ? (
            <LinkButton to={href('/office/orders')}>{m.office_orders_see_all()}</LinkButton>
          ) : null}
        </EmptyState>
      ) : (
        <DataTable
          caption={state ? orderStateWords(state) : m.office_orders_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {after ? (
          <LinkButton kind="quiet" to={href(boardPath(state, null))}>
            {m.office_orders_first()}
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton kind="quiet" to={href(boardPath(state, next))}>
            {m.office_orders_next()}
          </LinkButton>
        ) : null}
      </div>
    </>
  );
}

function boardPath(state: OrderState | null, after: string | null): string {
  const search = new URLSearchParams({ ...(state ? { state } : {}), ...(after ? { after } : {}) });
  return search.size > 0 ? `/office/orders?${search}` : '/office/orders';
}

function StateTabs({ counts, chosen }: { counts: Counts; chosen: OrderState | null }) {
  const href = useHref();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tab = (state: OrderState | null) => (
    <Link
      key={state ?? 'all'}
      to={href(boardPath(state, null))}
      aria-current={state === chosen ? 'page' : undefined}
      className="inline-flex min-h-11 items-center gap-2 border-b-4 border-transparent px-3 font-semibold whitespace-nowrap hover:border-edge aria-[current=page]:border-rind aria-[current=page]:text-rind"
    >
      {state ? orderStateWords(state) : m.office_state_all()}
      <span className="text-14 font-normal text-muted">{state ? counts[state] : all}</span>
    </Link>
  );
  return (
    <nav
      aria-label={m.office_orders_tabs()}
      className="-mx-4 mb-4 flex flex-wrap gap-x-1 border-b border-line px-4"
    >
      {[null, ...ORDER_STATES].map(tab)}
    </nav>
  );
}
