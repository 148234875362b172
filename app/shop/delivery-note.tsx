import type { ApiOutputs } from '@baunghe/api';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type DeliveryPrices = ApiOutputs['products']['deliveryPrices'];

/** What delivery costs where, a line for each area. */
export function DeliveryNote({ prices }: { prices: DeliveryPrices }) {
  const locale = useLocale();
  return (
    <ul aria-label={m.delivery_note_title()} className="space-y-0.5 text-14 text-muted">
      {prices.map(({ from, byWeight, freeFrom, ...names }) => {
        const told = { area: nameIn(names, locale), fee: formatDong(from, locale) };
        const fee = byWeight ? m.delivery_note_area_from(told) : m.delivery_note_area(told);
        const free = freeFrom === null ? null : m.delivery_note_free({ free: formatDong(freeFrom, locale) });
        return <li key={names.nameVi}>{free ? `${fee}; ${free}` : fee}</li>;
      })}
    </ul>
  );
}
