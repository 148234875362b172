import type { Caller } from '@baunghe/api';
import { cartLines } from '~/cart-cookie.server';
import type { Locale } from '~/locale';
import type { SentCheckout } from './checkout-form.server';
import { type ShownCheckout, shownAgain } from './shown-checkout.server';

/** The checkout form as it is filled in so far, with what it comes to with its voucher; nothing is ordered. */
export async function priceCheckout(
  api: Caller,
  sent: SentCheckout,
  { locale, hold }: { locale: Locale; hold: string | null },
): Promise<{ above: null; beside: Record<string, string>; shown: ShownCheckout }> {
  const settled = await api.addresses.settle({ province: sent.province, ward: sent.ward });
  const provinceCode = settled.province.state === 'one' ? settled.province.place.code : null;
  const { voucher, credit, phone } = sent;
  const lines = cartLines(sent.cart);
  const priced = await api.products.priceCart({ lines, provinceCode, hold, voucher, credit, phone });
  return { above: null, beside: {}, shown: shownAgain(sent, { settled, priced }, locale) };
}
