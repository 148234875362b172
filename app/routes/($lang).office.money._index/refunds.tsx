import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { formatDong, formatInstant } from '~/format';
import { type Refund, refundLook, refundReason } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { More } from './views-nav';

type RefundsProps = { view: 'refunds' | 'closed'; refunds: { rows: Refund[]; next: string | null } };

/** Money owed back, or what became of it. */
export function Refunds({ view, refunds }: RefundsProps) {
  const columns = useRefundColumns();
  if (refunds.rows.length === 0)
    return <EmptyState title={m.money_refunds_none()} text={m.money_refunds_none_text()} sign="check" />;
  return (
    <section>
      <DataTable
        caption={view === 'closed' ? m.money_view_closed() : m.money_standing_refund_due()}
        columns={columns}
        rows={refunds.rows}
        rowKey={({ id }) => id}
      />
      <More view={view} next={refunds.next} />
    </section>
  );
}

function useRefundColumns(): Column<Refund>[] {
  const locale = useLocale();
  const href = useHref();
  return [
    {
      key: 'order',
      head: m.money_order(),
      names: true,
      cell: ({ orderCode, buyerName }) => (
        <>
          {orderCode}
          <span className="block text-14 font-normal text-muted">{buyerName}</span>
        </>
      ),
    },
    {
      key: 'amount',
      head: m.money_line_amount(),
      figures: true,
      cell: ({ amount }) => <span className="whitespace-nowrap">{formatDong(amount, locale)}</span>,
    },
    {
      key: 'reason',
      head: m.money_refund_reason(),
      cell: ({ reason, createdAt }) => (
        <>
          {refundReason(reason)}
          <span className="block text-14 text-muted">
            {m.money_refund_since({ at: formatInstant(createdAt, locale) })}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      head: m.money_standing(),
      cell: ({ state }) => <Badge tone={refundLook(state).tone}>{refundLook(state).words}</Badge>,
    },
    {
      key: 'open',
      head: m.money_refund_open(),
      cell: ({ id, orderCode }) => (
        <LinkButton
          kind="quiet"
          to={href(`/office/money/refunds/${id}`)}
          aria-label={m.money_refund_open_for({ code: orderCode })}
        >
          {m.money_refund_open()}
        </LinkButton>
      ),
    },
  ];
}
