import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import type { ChangeEvent } from 'react';
import { Badge } from '~/components/badge';
import { formatDay, formatKilograms } from '~/format';
import { nameIn, varietyIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';
import { useTicks } from './use-ticks';

type List = ApiOutputs['officeOrders']['pickList'];
type Take = List['lots'][number];

const placeWords = (place: Take['place']): string =>
  place ? `${place.code} · ${place.name}` : m.board_pick_no_place();

/** How much there is to take at each shelf in all. */
export function PlaceSums({ places }: { places: List['places'] }) {
  const locale = useLocale();
  return (
    <ul aria-label={m.board_pick_places()} className="flex flex-wrap gap-x-8 gap-y-2">
      {places.map(({ place, grams }) => (
        <li key={place?.code ?? ''}>
          <span className="block text-14 text-muted">{placeWords(place)}</span>
          <strong className="text-22">{formatKilograms(grams, locale)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The lots as one walks past the shelves, each with a tick; what may not be taken says why. */
export function LotsToPick({ lots, ticksOf }: { lots: List['lots']; ticksOf: string }) {
  const locale = useLocale();
  const ticks = useTicks(ticksOf);
  return (
    <section>
      <h2 className="mb-2 text-22">{m.board_pick_lots()}</h2>
      <ul className="divide-y divide-line border-y-2 border-ink">
        {lots.map((lot) => (
          <li key={lot.batch} className="break-inside-avoid py-2">
            <label htmlFor={`lot-${lot.batch}`} className="flex min-h-11 items-center gap-3">
              {lot.stopped ? null : (
                <input type="checkbox" id={`lot-${lot.batch}`} {...tickOf(ticks, `lot ${lot.batch}`)} />
              )}
              <span className="grow">
                <strong>{placeWords(lot.place)}</strong> · {lot.batch}
                <span className="block text-14 text-muted">
                  {varietyIn(lot, locale)} {lot.grade} ·{' '}
                  {m.board_pick_best({ day: formatDay(lot.bestBefore, locale) })}
                </span>
                <Stopped take={lot} />
              </span>
              <strong className={`text-18 ${lot.stopped ? 'line-through' : ''}`}>
                {formatKilograms(lot.grams, locale)}
              </strong>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Order by order: what of which lot goes into it. */
export function OrdersToPick({ orders, ticksOf }: { orders: List['orders']; ticksOf: string }) {
  const locale = useLocale();
  const href = useHref();
  const ticks = useTicks(ticksOf);
  return (
    <section>
      <h2 className="mb-2 text-22">{m.board_pick_orders()}</h2>
      <ul className="grid gap-6 sm:grid-cols-2">
        {orders.map((order) => (
          <li key={order.code} className="break-inside-avoid border-t-2 border-ink pt-2">
            <h3 className="flex flex-wrap items-center gap-x-3">
              <Link
                to={href(`/office/orders/${order.code}`)}
                className="inline-flex min-h-11 items-center font-extrabold underline underline-offset-4"
              >
                {order.code}
              </Link>
              <span>{order.buyerName}</span>
            </h3>
            <ul>
              {order.lines.map((line) => (
                <li key={line.id}>
                  <label htmlFor={line.id} className="flex min-h-11 items-center gap-3">
                    <input type="checkbox" id={line.id} {...tickOf(ticks, line.id)} />
                    <span>
                      {nameIn(line.product, locale)} ·{' '}
                      {unitsWords(line.quantity, line.product.saleUnit, locale)}
                      {line.takes.map((take) => (
                        <span key={take.batch} className="block text-14">
                          {placeWords(take.place)} · {take.batch} · {formatKilograms(take.grams, locale)}
                          <Stopped take={take} />
                        </span>
                      ))}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stopped({ take: { stopped } }: { take: { stopped: Take['stopped'] } }) {
  if (!stopped) return null;
  const words = { held: m.board_pick_held, withdrawn: m.board_pick_withdrawn, past: m.board_pick_past };
  return (
    <span className="block">
      <Badge tone="care">{words[stopped.kind]()}</Badge> {stopped.reason}
    </span>
  );
}

/** What a box shows that ticks something off. */
const tickOf = (ticks: ReturnType<typeof useTicks>, of: string) => ({
  className: 'size-7 shrink-0 accent-rind',
  checked: ticks.has(of),
  onChange: (event: ChangeEvent<HTMLInputElement>) => ticks.tick(of, event.currentTarget.checked),
});
