import { type Column, DataTable } from '~/components/data-table';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { discountWords } from '~/shop/sum-lines';
import { useLocale } from '~/use-locale';
import type { Order } from './form-state';
import { unitWords } from './unit-words';

type Line = Order['lines'][number];

/** What was ordered, how much of it is packed, and the sum. */
export function Lines({ order }: { order: Order }) {
  const locale = useLocale();
  const byWeight = order.lines.some((line) => line.byWeight !== null);
  const columns: Column<Line>[] = [
    {
      key: 'product',
      head: m.office_order_line_product(),
      names: true,
      cell: ({ product, marked }) => (
        <>
          {nameIn(product, locale)}
          {marked ? (
            <span className="block text-14 font-normal">{m.markdown_pack_only({ batch: marked.batch })}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'ordered',
      head: m.office_order_line_ordered(),
      figures: true,
      cell: (line) => unitWords(line.product.saleUnit, line.quantity),
    },
    {
      key: 'packed',
      head: m.office_order_line_packed(),
      figures: true,
      cell: (line) => `${line.packedUnits}/${line.quantity}`,
    },
    {
      key: 'price',
      head: m.office_order_line_price(),
      figures: true,
      cell: (line) => formatDong(line.unitPrice, locale),
    },
    {
      key: 'sum',
      head: m.office_order_line_sum(),
      figures: true,
      cell: (line) => formatDong(line.byWeight?.final?.sum ?? line.lineSum, locale),
    },
  ];
  return (
    <section>
      <h2 className="mb-2 text-22">{m.office_order_lines()}</h2>
      <DataTable
        caption={m.office_order_lines()}
        columns={columns}
        rows={order.lines}
        rowKey={(line) => line.id}
      />
      <dl className="mt-3 ml-auto grid max-w-xs gap-1">
        <Sum name={m.office_order_goods()} sum={formatDong(order.goods, locale)} />
        <Sum name={m.office_order_delivery()} sum={formatDong(order.delivery, locale)} />
        {order.discount > 0 ? (
          <Sum name={discountWords(order.voucher)} sum={`−${formatDong(order.discount, locale)}`} />
        ) : null}
        <Sum
          name={byWeight ? m.buying_total_most() : m.office_order_total()}
          sum={formatDong(order.total, locale)}
          strong={order.final === null}
        />
        {order.discount > 0 && order.finalDiscount !== null && order.finalDiscount !== order.discount ? (
          <Sum name={m.vouchers_discount_weighed()} sum={`−${formatDong(order.finalDiscount, locale)}`} />
        ) : null}
        {order.final === null ? null : (
          <Sum name={m.buying_total_weighed()} sum={formatDong(order.final, locale)} strong />
        )}
      </dl>
    </section>
  );
}

function Sum({ name, sum, strong }: { name: string; sum: string; strong?: boolean }) {
  return (
    <div
      className={`flex justify-between gap-4 ${strong ? 'border-t-2 border-ink pt-1 text-18 font-extrabold' : ''}`}
    >
      <dt>{name}</dt>
      <dd>{sum}</dd>
    </div>
  );
}
