import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { CrateLabel } from '~/components/crate-label';
import { formatDay, formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type FollowedOrder, spacedPhone } from './order-road';
import { placeName } from './place-name';
import { SumLines } from './sum-lines';
import { unitsWords } from './units';
import { weighedWords } from './weighed-words';

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 border-b-2 border-ink pb-1 text-22">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The boxes packed so far, each a label that leads to its page. */
export function OrderBoxes({ order }: { order: FollowedOrder }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <Part id="boxes" title={m.order_boxes()}>
      {order.boxes.length === 0 ? <p className="text-muted">{m.order_boxes_none()}</p> : null}
      <ul className="flex flex-wrap gap-3">
        {order.boxes.map((box) => (
          <li key={box.id}>
            <Link
              to={href(
                `/01/${box.gtin}/10/${encodeURIComponent(box.batch)}/21/${encodeURIComponent(box.serial)}`,
              )}
              reloadDocument
              aria-label={m.order_box_see({ serial: box.serial })}
              className="inline-block no-underline hover:opacity-80"
            >
              <CrateLabel kind={m.order_box()} code={box.serial}>
                {m.order_box_weight({ weight: formatKilograms(box.grams, locale), batch: box.batch })}
                <br />
                {m.order_box_cut({ day: formatDay(box.cutOn, locale) })}
              </CrateLabel>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What was ordered, and what it comes to. */
export function OrderLines({ order }: { order: FollowedOrder }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <Part id="lines" title={m.order_lines()}>
      <ul className="mb-3 divide-y divide-line">
        {order.lines.map(({ id, product, quantity, packedUnits, lineSum, byWeight, marked }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2">
            <span>
              <Link
                to={href(`/products/${product.slug}`)}
                className="font-semibold underline underline-offset-4"
              >
                {nameIn(product, locale)}
              </Link>{' '}
              <span className="whitespace-nowrap text-muted">
                × {unitsWords(quantity, product.saleUnit, locale)}
              </span>
              {packedUnits > 0 && packedUnits < quantity ? (
                <span className="block text-14 text-muted">
                  {m.order_packed_of({ packed: unitsWords(packedUnits, product.saleUnit, locale) })}
                </span>
              ) : null}
              {marked ? (
                <span className="block text-14 text-muted">
                  {m.markdown_of_order({ day: formatDay(marked.bestBefore, locale) })}
                </span>
              ) : null}
              {byWeight ? (
                <span className="block text-14 text-muted">{weighedWords(byWeight, lineSum, locale)}</span>
              ) : null}
            </span>
            <span className="whitespace-nowrap">{formatDong(byWeight?.final?.sum ?? lineSum, locale)}</span>
          </li>
        ))}
      </ul>
      <SumLines
        sums={{
          ...order,
          voucherCode: order.voucher,
          byWeight: order.lines.some(({ byWeight }) => byWeight !== null),
        }}
      />
    </Part>
  );
}

const PAID_BY = { cod: m.order_pay_cod, vietqr: m.order_pay_vietqr, card: m.order_pay_card } as const;

/** Where it goes and how it is paid. */
export function OrderAddress({ order }: { order: FollowedOrder }) {
  const locale = useLocale();
  const { buyer, ward, province } = order;
  return (
    <Part id="to" title={m.order_to()}>
      <address className="not-italic">
        <span className="font-semibold">{buyer.name}</span>
        <br />
        {spacedPhone(buyer.phone)}
        <br />
        {buyer.street}
        <br />
        {placeName(ward, locale)}, {placeName(province, locale)}
      </address>
      {buyer.note ? <p className="mt-2 text-muted">{buyer.note}</p> : null}
      <p className="mt-3 text-14 text-muted">{m.order_pay_by()}</p>
      <p>{PAID_BY[order.method]()}</p>
    </Part>
  );
}
