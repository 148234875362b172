import type { Caller } from '@baunghe/api';
import { cartLines } from '~/cart-cookie.server';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { SentCheckout } from '~/shop/checkout-form.server';
import { shownAgain } from '~/shop/shown-checkout.server';

/** The checkout again with the fee and the days of the province that was typed, before anything is ordered. */
export async function lookAhead(
  api: Caller,
  sent: SentCheckout,
  { locale, hold }: { locale: Locale; hold: string | null },
) {
  const settled = await api.addresses.settle({ province: sent.province, ward: sent.ward });
  const { province } = settled;
  const provinceCode = province.state === 'one' ? province.place.code : null;
  const { voucher, credit, phone } = sent;
  const lines = cartLines(sent.cart);
  const priced = await api.products.priceCart({ lines, provinceCode, hold, voucher, credit, phone });
  const beside: Record<string, string> = {};
  if (province.state === 'none') beside.province = m.errors_province_unknown();
  if (province.state === 'several') beside.province = m.errors_province_several();
  if (province.state === 'empty') beside.province = m.errors_province_missing();
  if (priced.notSent === 'not_delivered') beside.province = m.delivery_not_sent();
  return { above: '', beside, shown: shownAgain(sent, { settled, priced }, locale) };
}
