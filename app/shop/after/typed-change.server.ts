import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { text } from '~/read-form.server';
import { readCheckout } from '../checkout-form.server';
import type { ShownPlace } from '../checkout-parts';
import { shownPlace } from '../shown-checkout.server';

/** An address as the form shows it. */
export interface ShownWhere {
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
}

/** An address as it was typed, found among the known ones as far as it can be. */
export async function typedAddress(
  { addresses }: Pick<AppLoadContext['api'], 'addresses'>,
  form: FormData,
  locale: Locale,
) {
  const { key, province, ward, street, note, seenTotal } = readCheckout(form);
  const settled = await addresses.settle({ province, ward });
  const codeOf = (place: typeof settled.province | typeof settled.ward) =>
    place.state === 'one' ? place.place.code : '';
  const [provinceCode, wardCode] = [codeOf(settled.province), codeOf(settled.ward)];
  const where: ShownWhere = {
    province: shownPlace(province.typed, settled.province, locale),
    ward: shownPlace(ward.typed, settled.ward, locale),
    ...{ street, note },
  };
  return { sent: { key, provinceCode, wardCode, street, note, seenTotal }, where };
}

/** Quantities as they were typed; what cannot be read says so beside its field, and the gate refuses it. */
export function typedQuantities(
  ordered: readonly { id: string; quantity: number }[],
  form: FormData,
  read: (typed: FormDataEntryValue) => number | null,
) {
  const beside: Record<string, string> = {};
  const lines = ordered.map(({ id, quantity }) => {
    const wanted = form.get(`quantity:${id}`);
    const units = wanted === null ? quantity : read(wanted);
    if (units === null) beside[`quantity:${id}`] = m.errors_quantity_invalid();
    return { lineId: id, quantity: units ?? -1 };
  });
  const seen = text(form, 'seenTotal');
  const seenTotal = /^\d{1,12}$/.test(seen) ? Number(seen) : 0;
  return { key: text(form, 'key'), lines, seenTotal, beside };
}
