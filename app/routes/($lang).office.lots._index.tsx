import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { DaysLeft, soonFirst } from '~/office/lot-days-left';
import { type Lot, LotBar, LotState, lotFruit } from '~/office/lot-in-store';
import { LotList } from '~/office/lot-list';
import { Orchard } from '~/office/orchard';
import { ScanToLot } from '~/offline/scan-lot';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.office_lots_title() }];

export const headers = () => PRIVATE;

/** The lots that the person may see: those with fruit left, `?all` for every one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = context;
  const [found, me] = await asked(request, Promise.all([api.harvests.lots(), api.session.me()]));
  const all = new URL(request.url).searchParams.has('all');
  const roles = me.kind === 'person' ? me.roles : [];
  return {
    lots: all
      ? found
      : soonFirst(
          found.filter((lot) => lot.onHandGrams > 0),
          context.now,
        ),
    all,
    grows: roles.some((role) => role !== 'packer'),
    staff: roles.some((role) => role !== 'member'),
    today: context.now,
  };
}

export default function Lots() {
  const { lots, all, staff, grows, today } = useLoaderData<typeof loader>();
  const columns = useColumns(today);
  const title = staff ? m.office_lots_title() : m.office_lots_title_own();
  const href = useHref();
  return (
    <Frame narrow={!staff}>
      <PageHeader title={title} lead={m.office_lots_lead()}>
        {staff ? (
          <LinkButton to={href('/office/stocktake')} kind="quiet">
            {m.stock_count_title()}
          </LinkButton>
        ) : null}
        {grows ? <LinkButton to={href('/office/harvests/new')}>{m.office_harvest_title()}</LinkButton> : null}
      </PageHeader>
      {staff ? (
        <div className="mb-4 max-w-xl">
          <ScanToLot />
        </div>
      ) : null}
      <LotsShown lots={lots} staff={staff} grows={grows} today={today}>
        <DataTable caption={title} columns={columns} rows={lots} rowKey={(lot) => lot.lotId} />
      </LotsShown>
      <div className="mt-6">
        <LinkButton kind="quiet" to={href(all ? '/office/lots' : '/office/lots?all')}>
          {all ? m.office_lots_see_left() : m.office_lots_see_all()}
        </LinkButton>
      </div>
    </Frame>
  );
}

function Frame({ narrow, children }: { narrow: boolean; children: ReactNode }) {
  return narrow ? <Orchard>{children}</Orchard> : children;
}

type LotsShownProps = { lots: Lot[]; staff: boolean; grows: boolean; today: Date; children: ReactNode };

/** The table on a staff's desk, a list for a member's phone, or what an empty store is for. */
function LotsShown({ lots, staff, grows, today, children }: LotsShownProps) {
  if (lots.length > 0) return staff ? children : <LotList lots={lots} today={today} />;
  return (
    <EmptyState
      sign="basket"
      title={m.office_lots_empty_title()}
      text={grows ? m.office_lots_empty() : m.office_lots_empty_staff()}
    />
  );
}

function Day({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

function useColumns(today: Date): Column<Lot>[] {
  const locale = useLocale();
  const href = useHref();
  return [
    {
      key: 'lot',
      head: m.office_lot_col_lot(),
      names: true,
      cell: (lot) => (
        <Link
          to={href(`/office/lots/${lot.batch}`)}
          className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {lot.batch}
        </Link>
      ),
    },
    { key: 'fruit', head: m.office_lot_col_fruit(), cell: (lot) => lotFruit(lot, locale) },
    {
      key: 'plot',
      head: m.office_lot_col_plot(),
      cell: (lot) => (
        <>
          {lot.plotCode} · {lot.plotName}
          <span className="block text-14 text-muted">{lot.memberName}</span>
        </>
      ),
    },
    { key: 'cut', head: m.office_lot_col_cut(), cell: (lot) => <Day>{formatDay(lot.cutOn, locale)}</Day> },
    {
      key: 'best',
      head: m.office_lot_col_best(),
      cell: (lot) => (
        <>
          <Day>{formatDay(lot.bestBefore, locale)}</Day>
          <DaysLeft lot={lot} today={today} />
        </>
      ),
    },
    { key: 'store', head: m.office_lot_col_store(), cell: (lot) => <LotBar lot={lot} /> },
    { key: 'state', head: m.office_lot_col_state(), cell: (lot) => <LotState lot={lot} today={today} /> },
  ];
}
