import { type ApiInputs, type ApiOutputs, type Caller, type FieldCode, formAnswer } from '@baunghe/api';
import { TRPCError } from '@trpc/server';
import { atUsualPrice, type Cart, cartLines, withQuantity } from '~/cart-cookie.server';
import { wishesIn } from '~/delivery/read-wishes.server';
import type { Locale } from '~/locale';
import type { SentCheckout } from './checkout-form.server';
import { lineKey } from './line-key';

export type Settled = ApiOutputs['addresses']['settle'];
export type Priced = ApiOutputs['products']['priceCart'];
type Placed = ApiOutputs['checkout']['place'];
type Method = ApiInputs['checkout']['place']['method'];
type Consents = ApiInputs['checkout']['place']['consents'];

/** Why an order was not placed, for the page to say. */
export type NotPlaced =
  | Extract<Placed, { ok: false }>['error']
  | { code: 'fields'; fields: Record<string, FieldCode> }
  | { code: 'key_reused' }
  | { code: 'storage_full' };

/**
 * An order placed, or why not: with the address as far as it was found, and what can be had now of what was wanted,
 * priced, for the form to come back with.
 */
export type Outcome =
  | { ok: true; value: Extract<Placed, { ok: true }>['value'] }
  | { ok: false; error: NotPlaced; settled: Settled; wanted: Priced; priced: Priced };

/**
 * Settles the address of a sent form, prices what its page showed, and places the order. A sum that became lower than
 * the one seen is taken; a higher one comes back to be seen first.
 */
export async function placeOrder(
  api: Caller,
  sent: SentCheckout,
  { locale, hold }: { locale: Locale; hold: string | null },
): Promise<Outcome> {
  const lines = cartLines(sent.cart);
  const settled = await api.addresses.settle({ province: sent.province, ward: sent.ward });
  const { province, ward } = settled;
  const provinceCode = province.state === 'one' ? province.place.code : '';
  const { voucher, credit, phone } = sent;
  const priced = await api.products.priceCart({
    ...{ lines, provinceCode: provinceCode || null, hold, voucher, credit, phone },
  });
  const whole = priced.lines.length === lines.length;
  const answer = await refusable(
    api.checkout.place({
      key: sent.key,
      lines,
      buyerName: sent.buyerName,
      phone: sent.phone,
      provinceCode,
      wardCode: ward.state === 'one' ? ward.place.code : '',
      street: sent.street,
      note: sent.note,
      locale,
      hold,
      voucher,
      credit,
      method: sent.method as Method,
      consents: sent.consents as Consents,
      wishes: wishesIn(sent.wishes),
      seenTotal: whole ? Math.min(sent.seenTotal, priced.total) : sent.seenTotal,
    }),
  );
  if (answer.ok) return answer;
  const { error } = answer;
  if (error.code !== 'not_enough_stock' && error.code !== 'markdown_over')
    return { ok: false, error, settled, wanted: priced, priced };
  const key = lineKey(error);
  const less: Cart =
    error.code === 'markdown_over'
      ? atUsualPrice(sent.cart, key)
      : withQuantity(sent.cart, key, error.unitsLeft);
  const reduced = await api.products.priceCart({
    lines: cartLines(less),
    provinceCode: provinceCode || null,
    ...{ hold, voucher, credit, phone },
  });
  return { ok: false, error, settled, wanted: priced, priced: reduced };
}

async function refusable(
  placing: Promise<Placed>,
): Promise<Placed | { ok: false; error: Exclude<NotPlaced, Extract<Placed, { ok: false }>['error']> }> {
  try {
    return await formAnswer(placing);
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'CONFLICT') return { ok: false, error: { code: 'key_reused' } };
    if (error.message === 'storage_full') return { ok: false, error: { code: 'storage_full' } };
    throw error;
  }
}
