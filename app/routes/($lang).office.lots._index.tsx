import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import { asked, PRIVATE } from '~/office/gate-answers.server';
import { type Lot, LotBar, LotState, lotFruit } from '~/office/lot-in-store';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.office_lots_title() }];

export const headers = () => PRIVATE;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lots, me } = await asked(request, lotsAndWho(context));
  const grows = me.kind === 'person' && me.memberId !== null;
  const staff = me.kind === 'person' && me.roles.some((role) => role !== 'member');
  return { lots, grows, staff, today: context.now };
}

async function lotsAndWho({ api }: LoaderFunctionArgs['context']) {
  const [lots, me] = await Promise.all([api.harvests.lots(), api.session.me()]);
  return { lots, me };
}

export default function Lots() {
  const { lots, staff, grows, today } = useLoaderData<typeof loader>();
  const columns = useColumns(today, staff);
  const title = staff ? m.office_lots_title() : m.office_lots_title_own();
  const href = useHref();
  const record = <LinkButton to={href('/office/harvests/new')}>{m.office_harvest_title()}</LinkButton>;
  if (lots.length === 0) {
    return (
      <EmptyState
        sign="basket"
        title={m.office_lots_empty_title()}
        text={grows ? m.office_lots_empty() : m.office_lots_empty_staff()}
      >
        {grows ? record : null}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title={title} lead={m.office_lots_lead()}>
        {grows ? record : null}
      </PageHeader>
      <DataTable caption={title} columns={columns} rows={lots} rowKey={(lot) => lot.lotId} />
    </>
  );
}

function useColumns(today: Date, staff: boolean): Column<Lot>[] {
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
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
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
          {staff ? <span className="block text-14 text-muted">{lot.memberName}</span> : null}
        </>
      ),
    },
    { key: 'cut', head: m.office_lot_col_cut(), cell: (lot) => formatDay(lot.cutOn, locale) },
    { key: 'best', head: m.office_lot_col_best(), cell: (lot) => formatDay(lot.bestBefore, locale) },
    { key: 'store', head: m.office_lot_col_store(), cell: (lot) => <LotBar lot={lot} /> },
    { key: 'state', head: m.office_lot_col_state(), cell: (lot) => <LotState lot={lot} today={today} /> },
  ];
}
