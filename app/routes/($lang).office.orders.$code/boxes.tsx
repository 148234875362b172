import { LinkButton } from '~/components/button';
import { CrateLabel } from '~/components/crate-label';
import { formatDay, formatDong, formatInstant, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import { usePacks } from '~/office/use-packs';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { FormState, Order } from './form-state';
import { unitWords } from './unit-words';
import { Unpack } from './unpack';

/** The boxes that are packed, each with its label to print. */
export function Boxes({ order, ...form }: FormState & { order: Order }) {
  const href = useHref();
  const packs = usePacks();
  if (order.boxes.length === 0) return null;
  const labels = (layout: 'single' | 'a4') =>
    href(`/office/orders/${order.code}/labels.pdf?layout=${layout}`);
  return (
    <section>
      <h2 className="mb-3 text-22">{m.office_order_boxes()}</h2>
      <ul className="grid gap-3">
        {order.boxes.map((box) => (
          <Box key={box.id} box={box} order={order} {...form} />
        ))}
      </ul>
      {packs ? (
        <div className="mt-4 flex flex-wrap gap-3">
          <LinkButton to={labels('single')} reloadDocument target="_blank">
            {m.office_order_labels_single()}
          </LinkButton>
          <LinkButton to={labels('a4')} kind="quiet" reloadDocument target="_blank">
            {m.office_order_labels_a4()}
          </LinkButton>
          <LinkButton
            to={href(`/office/orders/${order.code}/slips.pdf?layout=a4`)}
            kind="quiet"
            reloadDocument
            target="_blank"
          >
            {m.office_order_slips()}
          </LinkButton>
        </div>
      ) : null}
    </section>
  );
}

function Box({ box, order, ...form }: FormState & { box: Order['boxes'][number]; order: Order }) {
  const locale = useLocale();
  const href = useHref();
  const product = order.lines.find((line) => line.id === box.lineId)?.product;
  const packs = usePacks();
  const mayComeBack = packs && (order.state === 'shipped' || order.state === 'delivered');
  const name = product ? nameIn(product, locale) : '';
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <CrateLabel kind={m.office_order_box_kind()} code={box.serial} />
      <span className="grow">
        <span className="block">
          {m.office_order_box_about({
            product: name,
            units: product ? unitWords(product.saleUnit, box.units) : box.units,
            grams: formatKilograms(box.grams, locale),
          })}
        </span>
        <span className="block text-14 text-muted">
          {m.office_order_box_lot({ batch: box.batch, cut: formatDay(box.cutOn, locale) })}
        </span>
        {box.lotReason ? (
          <span className="block text-14 text-muted">{m.stock_box_reason({ reason: box.lotReason })}</span>
        ) : null}
        {box.returned ? <CameBack returned={box.returned} /> : null}
      </span>
      {packs ? (
        <>
          <LinkButton
            kind="quiet"
            to={href(`/office/orders/${order.code}/labels.pdf?layout=single&box=${box.serial}`)}
            reloadDocument
            target="_blank"
            aria-label={m.office_order_box_label_for({ serial: box.serial })}
          >
            {m.office_order_box_label()}
          </LinkButton>
          <Unpack order={order} box={box} {...form} />
        </>
      ) : null}
      {mayComeBack && !box.returned ? (
        <LinkButton
          kind="quiet"
          to={href(`/office/orders/${order.code}/return/${box.serial}`)}
          aria-label={m.stock_return_for({ serial: box.serial })}
        >
          {m.stock_return_link()}
        </LinkButton>
      ) : null}
    </li>
  );
}

function CameBack({ returned }: { returned: NonNullable<Order['boxes'][number]['returned']> }) {
  const locale = useLocale();
  const told = { at: formatInstant(returned.at, locale), grams: formatKilograms(returned.grams, locale) };
  return (
    <span className="block text-14 font-semibold text-soil">
      {returned.outcome === 'destroyed' ? m.stock_box_destroyed(told) : m.stock_box_back_in_store(told)}{' '}
      {returned.owed > 0
        ? m.stock_box_owed({ amount: formatDong(returned.owed, locale) })
        : m.stock_box_owed_none()}{' '}
      {returned.owedWhy}
    </span>
  );
}
