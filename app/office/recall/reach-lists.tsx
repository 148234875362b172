import { Badge } from '~/components/badge';
import { DataTable } from '~/components/data-table';
import { formatDay, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { orderStateWords } from '../order-words';
import { graphRows } from './graph-rows';
import { CodeLink, More } from './list-parts';
import { MapAsList } from './reach-map';
import { type Reached, touchedWords } from './recall-words';

type Shown = Pick<
  Reached,
  | 'lots'
  | 'orders'
  | 'boxes'
  | 'touched'
  | 'lotCount'
  | 'reached'
  | 'perPage'
  | 'sums'
  | 'provinces'
  | 'states'
>;

/** The drawn way as a list: every stop with its figures. */
export function WayAsList({ reach, name }: { reach: Shown; name: string }) {
  const locale = useLocale();
  const stops = graphRows(reach, name, locale).flat();
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.recall_as_list()}
      </summary>
      {reach.boxes.length > 0 ? (
        <MapAsList boxes={reach.boxes} />
      ) : (
        <ol className="grid gap-1">
          {stops.map((stop, at) => (
            <li key={`${at} ${stop.key}`}>
              <b>{stop.name}</b> {stop.note}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** Lots, orders and lots nearby, each a page at a time; `more` is the address of the next page of one of them. */
export function ReachLists({
  reach,
  more,
}: {
  reach: Shown;
  more: (list: 'lotsAfter' | 'ordersAfter' | 'touchedAfter', after: string) => string;
}) {
  const locale = useLocale();
  const { perPage, lotCount, touched } = reach;
  const lots = reach.lots.slice(0, perPage);
  const orders = reach.orders.slice(0, perPage);
  const near = touched.lots.slice(0, perPage);
  return (
    <div className="grid gap-8">
      <section className="grid gap-3">
        <DataTable
          captionShown
          caption={m.recall_lots_title({ count: lotCount })}
          rows={lots}
          rowKey={({ batch }) => batch}
          columns={[
            {
              key: 'lot',
              head: m.recall_col_lot(),
              names: true,
              cell: (lot) => (
                <>
                  <CodeLink to={`/office/lots/${lot.batch}`} code={lot.batch} />{' '}
                  {lot.calledBack ? <Badge tone="care">{m.recall_lot_called()}</Badge> : null}
                </>
              ),
            },
            {
              key: 'fruit',
              head: m.recall_col_fruit(),
              cell: (lot) => `${nameIn(lot, locale)} · ${lot.grade}`,
            },
            { key: 'plot', head: m.recall_col_plot(), cell: (lot) => `${lot.plotCode} · ${lot.memberCode}` },
            { key: 'cut', head: m.recall_col_cut(), cell: (lot) => formatDay(lot.cutOn, locale) },
            { key: 'boxes', head: m.recall_col_boxes(), figures: true, cell: (lot) => String(lot.boxes) },
            {
              key: 'kg',
              head: m.recall_col_boxed(),
              figures: true,
              cell: (lot) => formatKilograms(lot.boxedGrams, locale),
            },
            {
              key: 'store',
              head: m.recall_col_store(),
              figures: true,
              cell: (lot) => formatKilograms(lot.onHandGrams, locale),
            },
          ]}
        />
        <More there={reach.lots.length > perPage} to={more('lotsAfter', lots.at(-1)?.batch ?? '')} />
      </section>
      <section className="grid gap-3">
        <DataTable
          captionShown
          caption={m.recall_orders_title({ count: reach.reached.orders })}
          rows={orders}
          rowKey={({ orderId }) => orderId}
          columns={[
            {
              key: 'code',
              head: m.recall_col_order(),
              names: true,
              cell: ({ code }) => <CodeLink to={`/office/orders/${code}`} code={code} />,
            },
            { key: 'state', head: m.recall_col_state(), cell: ({ state }) => orderStateWords(state) },
            {
              key: 'province',
              head: m.recall_col_province(),
              cell: (order) => (locale === 'vi' ? order.provinceVi : order.provinceEn),
            },
            { key: 'boxes', head: m.recall_col_boxes(), figures: true, cell: ({ boxes }) => String(boxes) },
            {
              key: 'kg',
              head: m.recall_col_kg(),
              figures: true,
              cell: ({ grams }) => formatKilograms(grams, locale),
            },
            {
              key: 'placed',
              head: m.recall_col_placed(),
              cell: (order) => formatDay(order.placedAt, locale),
            },
          ]}
        />
        {orders.length === 0 ? <p>{m.recall_no_orders()}</p> : null}
        <More there={reach.orders.length > perPage} to={more('ordersAfter', orders.at(-1)?.orderId ?? '')} />
      </section>
      <section className="grid gap-3">
        <DataTable
          captionShown
          caption={m.recall_touched_title({ count: touched.count })}
          rows={near}
          rowKey={({ batch }) => batch}
          columns={[
            {
              key: 'lot',
              head: m.recall_col_lot(),
              names: true,
              cell: ({ batch }) => <CodeLink to={`/office/lots/${batch}`} code={batch} />,
            },
            {
              key: 'fruit',
              head: m.recall_col_fruit(),
              cell: (lot) => `${nameIn(lot, locale)} · ${lot.grade}`,
            },
            { key: 'plot', head: m.recall_col_plot(), cell: ({ plotCode }) => plotCode },
            { key: 'how', head: m.recall_col_how(), cell: ({ by }) => touchedWords(by) },
          ]}
        />
        <p className="text-14 text-muted">
          {touched.count > 0 ? m.recall_touched_lead() : m.recall_no_touched()}
        </p>
        <More there={touched.lots.length > perPage} to={more('touchedAfter', near.at(-1)?.batch ?? '')} />
      </section>
    </div>
  );
}
