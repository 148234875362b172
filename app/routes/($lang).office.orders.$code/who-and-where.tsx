import * as m from '~/paraglide/messages.js';
import { placeName } from '~/shop/place-name';
import { useLocale } from '~/use-locale';
import type { Order } from './form-state';

/** Who gets the fruit, where, and with which carrier. */
export function WhoAndWhere({ order }: { order: Order }) {
  const locale = useLocale();
  const { buyer, ward, province, shipment } = order;
  const place = [placeName(ward, locale), placeName(province, locale)];
  const phone = buyer.phone.startsWith('+84') ? `0${buyer.phone.slice(3)}` : buyer.phone;
  return (
    <section>
      <h2 className="mb-2 text-22">{m.office_order_buyer()}</h2>
      <p className="font-semibold">{buyer.name}</p>
      <p>
        <a
          href={`tel:${buyer.phone}`}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {phone}
        </a>
      </p>
      <p>{[buyer.street, ...place].join(', ')}</p>
      {buyer.note ? (
        <p className="mt-2 text-muted">
          {m.office_order_note()}: {buyer.note}
        </p>
      ) : null}
      {shipment ? (
        <p className="mt-2">
          {shipment.carrier}
          {shipment.tracking ? (
            <span className="block text-14 text-muted">
              {m.office_order_shipped_tracking({ tracking: shipment.tracking })}
            </span>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
