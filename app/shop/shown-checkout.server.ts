import { cartText } from '~/cart-cookie.server';
import type { SentWishes } from '~/delivery/wished';
import type { Locale } from '~/locale';
import type { SentCheckout } from './checkout-form.server';
import type { ShownPlace } from './checkout-parts';
import { lineKey } from './line-key';
import { placeName } from './place-name';
import type { Outcome, Priced, Settled } from './place-order.server';

/** The checkout form as it comes back after a refusal: everything filled in, the order as it can be had now. */
export interface ShownCheckout {
  key: string;
  lines: string;
  priced: Priced;
  buyerName: string;
  phone: string;
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
  method: string;
  consents: string[];
  wishes: SentWishes;
  voucher: string;
  credit: string;
}

/** Fills the form again with what was sent; a settled place stands with its full name. */
export function shownAgain(
  sent: SentCheckout,
  { settled, priced }: Pick<Extract<Outcome, { ok: false }>, 'settled' | 'priced'>,
  locale: Locale,
): ShownCheckout {
  const { key, buyerName, phone, street, note, method, consents, wishes, voucher, credit } = sent;
  const left = new Map(priced.lines.map((line) => [lineKey(line), line.quantity]));
  return {
    ...{ key, buyerName, phone, street, note, method, consents, wishes, voucher, credit },
    lines: cartText(left),
    priced,
    province: shownPlace(sent.province.typed, settled.province, locale),
    ward: shownPlace(sent.ward.typed, settled.ward, locale),
  };
}

/** A place as a form shows it: its full name once it is settled, what to choose from while it is not. */
export function shownPlace(typed: string, settled: Settled['province'], locale: Locale): ShownPlace {
  if (settled.state === 'one')
    return { text: placeName(settled.place, locale), code: settled.place.code, choices: [] };
  const places = settled.state === 'several' ? settled.places : [];
  return {
    text: typed,
    code: '',
    choices: places.map((place) => ({ code: place.code, name: placeName(place, locale) })),
  };
}
