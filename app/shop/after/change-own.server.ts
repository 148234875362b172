import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import { readCheckout } from '../checkout-form.server';
import type { ShownPlace } from '../checkout-parts';
import type { FollowedOrder } from '../order-road';
import { shownPlace } from '../shown-checkout.server';
import { typedQuantity } from '../typed-quantity';
import { heard } from './own-order.server';
import type { OwnRefusal } from './say-refused.server';

type Api = AppLoadContext['api'];
type Own = { code: string; orderKey: string };

/** An address as the form shows it. */
export interface ShownWhere {
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
}

/** What became of a form that changes an order. */
export interface Changed {
  act: 'address' | 'quantity' | 'cancel';
  answer: { ok: true } | { ok: false; error: OwnRefusal };
  typed: Record<string, string>;
  /** The address as far as it was found. */
  where: ShownWhere | null;
  /** What the page itself found wrong with a field. */
  beside: Record<string, string>;
}

/** Does what a form of the page that changes an order asks for. Throws a 400 Response when it names no act. */
export async function changeOwn(
  api: Api,
  own: Own,
  order: FollowedOrder,
  form: FormData,
  locale: Locale,
): Promise<Changed> {
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name).slice(0, 400)]));
  switch (text(form, 'act')) {
    case 'address':
      return toElsewhere(api, own, form, typed, locale);
    case 'quantity':
      return ofOtherQuantities(api, own, order, form, typed);
    case 'cancel': {
      const sent = { ...own, key: text(form, 'key'), why: text(form, 'why') };
      return {
        act: 'cancel',
        answer: await heard(api.ownOrder.cancel(sent)),
        typed,
        where: null,
        beside: {},
      };
    }
    default:
      throw new Response(m.errors_bad_request(), { status: 400, headers: PRIVATE });
  }
}

async function toElsewhere(
  api: Api,
  own: Own,
  form: FormData,
  typed: Record<string, string>,
  locale: Locale,
): Promise<Changed> {
  const { key, province, ward, street, note, seenTotal } = readCheckout(form);
  const settled = await api.addresses.settle({ province, ward });
  const codeOf = (place: typeof settled.province | typeof settled.ward) =>
    place.state === 'one' ? place.place.code : '';
  const [provinceCode, wardCode] = [codeOf(settled.province), codeOf(settled.ward)];
  const answer = await heard(
    api.ownOrder.changeAddress({ ...own, key, provinceCode, wardCode, street, note, seenTotal }),
  );
  const where = {
    province: shownPlace(province.typed, settled.province, locale),
    ward: shownPlace(ward.typed, settled.ward, locale),
    ...{ street, note },
  };
  return { act: 'address', answer, typed, where, beside: {} };
}

async function ofOtherQuantities(
  api: Api,
  own: Own,
  order: FollowedOrder,
  form: FormData,
  typed: Record<string, string>,
): Promise<Changed> {
  const beside: Record<string, string> = {};
  const lines = order.lines.map(({ id, quantity }) => {
    const wanted = form.get(`quantity:${id}`);
    const read = wanted === null ? quantity : typedQuantity(wanted);
    if (read === null) beside[`quantity:${id}`] = m.errors_quantity_invalid();
    return { lineId: id, quantity: read ?? 0 };
  });
  const seen = text(form, 'seenTotal');
  const seenTotal = /^\d{1,12}$/.test(seen) ? Number(seen) : 0;
  const answer = await heard(
    api.ownOrder.changeQuantities({ ...own, key: text(form, 'key'), lines, seenTotal }),
  );
  return { act: 'quantity', answer, typed, where: null, beside };
}
