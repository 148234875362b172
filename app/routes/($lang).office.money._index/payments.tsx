import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { formatDong } from '~/format';
import { type Payment, type Standing, standingLook } from '~/office/money-words';
import { orderStateWords } from '~/office/order-words';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { standings } from './views';
import { More } from './views-nav';

type PaymentsProps = {
  view: 'differences' | 'all';
  standing: Standing | null;
  board: Pick<ApiOutputs['money']['board'], 'rows' | 'next'>;
};

/** Payments against their orders. */
export function Payments({ view, standing, board }: PaymentsProps) {
  const columns = usePaymentColumns();
  return (
    <section>
      {view === 'all' ? <StandingFilter standing={standing} /> : null}
      {board.rows.length === 0 ? (
        <EmptyState title={m.money_none()} text={m.money_none_text()} sign="check" />
      ) : (
        <DataTable
          caption={m.money_title()}
          columns={columns}
          rows={board.rows}
          rowKey={({ paymentId }) => paymentId}
        />
      )}
      <More view={view} next={board.next} more={standing ? `&standing=${standing}` : ''} />
    </section>
  );
}

function StandingFilter({ standing }: { standing: Standing | null }) {
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <input type="hidden" name="show" value="all" />
      <div className="w-64">
        <Field label={m.money_standing()}>
          <Select name="standing" defaultValue={standing ?? ''}>
            <option value="">{m.money_standing_any()}</option>
            {standings.map((each) => (
              <option key={each} value={each}>
                {standingLook(each).words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button kind="quiet" className="min-h-14">
        {m.money_filter()}
      </Button>
    </Form>
  );
}

function usePaymentColumns(): Column<Payment>[] {
  const locale = useLocale();
  const href = useHref();
  const sum = (key: 'amount' | 'received' | 'refund', head: string): Column<Payment> => ({
    ...{ key, head, figures: true },
    cell: (row) => <span className="whitespace-nowrap">{formatDong(row[key], locale)}</span>,
  });
  return [
    {
      key: 'order',
      head: m.money_order(),
      names: true,
      cell: ({ orderCode, orderState, discount }) => (
        <>
          <Link
            to={href(`/office/orders/${orderCode}`)}
            className="inline-flex min-h-11 items-center underline underline-offset-4 sm:min-h-0"
          >
            {orderCode}
          </Link>
          <span className="block text-14 font-normal text-muted">{orderStateWords(orderState)}</span>
          {discount > 0 ? (
            <span className="block text-14 font-normal text-muted">
              {m.vouchers_in_money({ off: formatDong(discount, locale) })}
            </span>
          ) : null}
        </>
      ),
    },
    sum('amount', m.money_to_pay()),
    sum('received', m.money_received()),
    sum('refund', m.money_given_back()),
    {
      key: 'standing',
      head: m.money_standing(),
      cell: ({ standing }) => {
        const { words, tone } = standingLook(standing);
        return <Badge tone={tone}>{words}</Badge>;
      },
    },
  ];
}
