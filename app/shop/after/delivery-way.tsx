import type { ApiOutputs } from '@baunghe/api';
import { carrierStateWords } from '~/components/carrier-state-words';
import { CopyLine } from '~/components/copy-line';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';

/** What the order's carrier told of it; null where nothing could be asked. */
export type CarrierWay = Extract<ApiOutputs['carriers']['ownWay'], { ok: true }>['value'] | null;

type WayProps = { order: FollowedOrder; orderKey: string; carried: CarrierWay };

/** Who carries an order, under which number, and where it was when; nothing before it left. */
export function DeliveryWay({ order, orderKey, carried }: WayProps) {
  const locale = useLocale();
  const { shipment, steps } = order;
  if (!shipment) return null;
  const at = (state: FollowedOrder['state']) => steps.findLast((step) => step.to === state)?.at ?? null;
  const way = [
    { key: 'packed', at: at('packed'), words: m.after_way_packed() },
    { key: 'shipped', at: at('shipped'), words: m.after_way_handed({ carrier: shipment.carrier }) },
    ...(carried?.stops ?? []).map((stop) => ({
      key: `${stop.state} ${+stop.at}`,
      at: stop.at,
      words: carrierStateWords(stop.state),
    })),
    { key: 'delivered', at: at('delivered'), words: m.after_way_arrived() },
  ].sort((a, b) => Number(a.at) - Number(b.at));
  return (
    <section aria-labelledby="way">
      <h2 id="way" className="mb-2 border-b-2 border-ink pb-1 text-22">
        {m.after_way_title()}
      </h2>
      <dl className="divide-y divide-line">
        <CopyLine term={m.after_way_carrier()} value={shipment.carrier} />
        {shipment.tracking ? <CopyLine term={m.after_way_number()} value={shipment.tracking} /> : null}
      </dl>
      <ol className="mt-3 space-y-2 border-l-4 border-rind pl-4">
        {way.map(({ key, at: then, words }) =>
          then ? (
            <li key={key}>
              {words} <span className="block text-14 text-muted">{formatInstant(then, locale)}</span>
            </li>
          ) : null,
        )}
      </ol>
      {carried?.link ? (
        <a
          href={carried.link}
          rel="noreferrer"
          className="mt-2 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.carriers_way_link()}
        </a>
      ) : null}
      {carried?.photos.map(({ photoId, at: taken }) => (
        <img
          key={photoId}
          src={`/orders/${order.code}/handover-photos/${photoId}?key=${encodeURIComponent(orderKey)}`}
          alt={m.carriers_photo_alt_buyer({ at: formatInstant(taken, locale) })}
          width={480}
          height={360}
          loading="lazy"
          className="mt-3 w-full max-w-120 rounded-crate object-cover"
        />
      ))}
    </section>
  );
}
