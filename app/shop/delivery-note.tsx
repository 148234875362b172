import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type DeliveryPrices = { withinHomeProvince: number; elsewhere: number; freeFrom: number };

/** What delivery costs where, in one line. */
export function DeliveryNote({ prices }: { prices: DeliveryPrices }) {
  const locale = useLocale();
  return (
    <p className="text-14 text-muted">
      {m.shop_cart_delivery_note({
        home: formatDong(prices.withinHomeProvince, locale),
        elsewhere: formatDong(prices.elsewhere, locale),
        free: formatDong(prices.freeFrom, locale),
      })}
    </p>
  );
}
