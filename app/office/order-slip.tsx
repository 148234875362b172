import type { ApiOutputs } from '@baunghe/api';
import { arrivalWords, ripenessWords } from '~/delivery/day-words';
import { formatDayOfYear, formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { placeName } from '~/shop/place-name';
import { unitsWords } from '~/shop/units';
import { useLocale } from '~/use-locale';

type Order = ApiOutputs['packing']['papers'][number];

/** What is printed to lie in an order's boxes: its slip, and the card of a present. */
export function OrderSlip({ order }: { order: Order }) {
  return (
    <>
      <PackingSlip order={order} />
      {order.gift?.note ? <GiftCard note={order.gift.note} /> : null}
    </>
  );
}

/** What lies in an order's boxes, for whoever opens them: to whom, when, and which fruit. */
function PackingSlip({ order }: { order: Order }) {
  const locale = useLocale();
  const { buyer, ward, province, gift, day, ripeness } = order;
  const to = gift?.recipient ?? buyer;
  const place = [buyer.street, placeName(ward, locale), placeName(province, locale)].join(', ');
  return (
    <section className="max-w-xl space-y-4 rounded-crate border-2 border-ink bg-card p-6">
      <p className="font-extrabold">
        {m.common_coop_name()} · {order.code}
      </p>
      <div>
        <p className="text-14 text-muted">{m.delivery_slip_to()}</p>
        <p className="text-18 font-semibold">
          {to.name}, {spacedPhone(to.phone)}
        </p>
        <p>{place}</p>
        {buyer.note ? <p>{buyer.note}</p> : null}
      </div>
      {day ? (
        <p>
          {m.delivery_day_leaves({ day: formatDayOfYear(day.leaveOn, locale) })} · {m.delivery_arrive_on()}{' '}
          {arrivalWords(day, locale)}
        </p>
      ) : null}
      {ripeness ? (
        <p className="font-semibold">
          {m.delivery_ripeness()}: {ripenessWords(ripeness)}
        </p>
      ) : null}
      <InBox order={order} />
    </section>
  );
}

function InBox({ order }: { order: Order }) {
  const locale = useLocale();
  const priced = !order.gift?.noPrices;
  return (
    <div>
      <p className="text-14 text-muted">{m.delivery_slip_in_box()}</p>
      <ul className="divide-y divide-line">
        {order.lines.map(({ id, product, quantity, lineSum, byWeight }) => (
          <li key={id} className="flex justify-between gap-4 py-1.5">
            <span>
              {nameIn(product, locale)} × {unitsWords(quantity, product.saleUnit, locale)}
            </span>
            {priced ? <span>{formatDong(byWeight?.final?.sum ?? lineSum, locale)}</span> : null}
          </li>
        ))}
      </ul>
      <p className="mt-2 font-semibold">
        {priced
          ? `${m.delivery_slip_total()} ${formatDong(order.final ?? order.total, locale)}`
          : m.delivery_slip_no_prices()}
      </p>
    </div>
  );
}

function GiftCard({ note }: { note: string }) {
  return (
    <section
      aria-label={m.delivery_slip_card()}
      className="mt-8 max-w-xl break-before-page rounded-crate border-4 border-rind bg-card p-10 text-center print:mt-0"
    >
      <p className="text-22 whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
      <p className="mt-6 text-14 text-muted">{m.common_coop_name()}</p>
    </section>
  );
}
