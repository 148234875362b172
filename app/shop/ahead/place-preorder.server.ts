import type { ApiInputs, ApiOutputs, Caller } from '@baunghe/api';
import type { Locale } from '~/locale';
import { heard } from '../after/own-order.server';
import type { SentCheckout } from '../checkout-form.server';
import type { Settled } from '../place-order.server';

type Placed = ApiOutputs['preorders']['place'];
type Input = ApiInputs['preorders']['place'];
type Heard = Awaited<ReturnType<typeof heard<Placed>>>;

/** Why nothing was ordered ahead. */
export type NotPreordered = Extract<Heard, { ok: false }>['error'];

/** A pre-order placed, or why not, with the address as far as it was found. */
export type PreorderOutcome =
  | { ok: true; value: Extract<Placed, { ok: true }>['value'] }
  | { ok: false; error: NotPreordered; settled: Settled; provinceCode: string };

/** Settles the address of a sent form and orders ahead; a sum that became lower than the one seen is taken. */
export async function placePreorder(
  api: Caller,
  sent: SentCheckout,
  { offerId, quantity, locale }: { offerId: string; quantity: number | null; locale: Locale },
): Promise<PreorderOutcome> {
  const { key, buyerName, phone, street, note, method, consents } = sent;
  const settled = await api.addresses.settle({ province: sent.province, ward: sent.ward });
  const { province, ward } = settled;
  const provinceCode = province.state === 'one' ? province.place.code : '';
  const wardCode = ward.state === 'one' ? ward.place.code : '';
  const priced = await api.preorders.offer({
    offerId,
    quantity: quantity ?? 1,
    provinceCode: provinceCode || null,
  });
  const seenTotal = priced.ok ? Math.min(sent.seenTotal, priced.value.sums.total) : sent.seenTotal;
  const answer = await heard(
    api.preorders.place({
      ...{ key, offerId, buyerName, phone, provinceCode, wardCode, street, note, locale, seenTotal },
      // Whatever was sent: the gate says beside which field it is wrong.
      quantity: quantity ?? 0,
      method: method as Input['method'],
      consents: consents as Input['consents'],
    }),
  );
  return answer.ok ? answer : { ok: false, error: answer.error, settled, provinceCode };
}
