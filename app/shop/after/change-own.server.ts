import type { AppLoadContext } from '@remix-run/node';
import { readWishes, wishesIn } from '~/delivery/read-wishes.server';
import type { SentWishes } from '~/delivery/wished';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import type { FollowedOrder } from '../order-road';
import { typedQuantity } from '../typed-quantity';
import { heard } from './own-order.server';
import type { OwnRefusal } from './say-refused.server';
import { type ShownWhere, typedAddress, typedQuantities } from './typed-change.server';

type Api = AppLoadContext['api'];
type Own = { code: string; orderKey: string };

/** What became of a form that changes an order. */
export interface Changed {
  act: 'address' | 'quantity' | 'day' | 'wishes' | 'cancel';
  answer: { ok: true } | { ok: false; error: OwnRefusal };
  typed: Record<string, string>;
  /** The address as far as it was found. */
  where: ShownWhere | null;
  wishes: SentWishes | null;
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
    case 'day': {
      const sent = { ...own, key: text(form, 'key'), leaveOn: text(form, 'leaveOn') };
      return { act: 'day', answer: await heard(api.ownOrder.changeDay(sent)), typed, ...NOTHING_ELSE };
    }
    case 'wishes': {
      const wishes = readWishes(form);
      const sent = { ...own, key: text(form, 'key'), wishes: wishesIn(wishes) };
      const answer = await heard(api.ownOrder.changeWishes(sent));
      return { act: 'wishes', answer, typed, ...NOTHING_ELSE, wishes };
    }
    case 'cancel': {
      const sent = { ...own, key: text(form, 'key'), why: text(form, 'why') };
      return { act: 'cancel', answer: await heard(api.ownOrder.cancel(sent)), typed, ...NOTHING_ELSE };
    }
    default:
      throw new Response(m.errors_bad_request(), { status: 400, headers: PRIVATE });
  }
}

const NOTHING_ELSE = { where: null, wishes: null, beside: {} };

async function toElsewhere(
  api: Api,
  own: Own,
  form: FormData,
  typed: Record<string, string>,
  locale: Locale,
): Promise<Changed> {
  const { sent, where } = await typedAddress(api, form, locale);
  const answer = await heard(api.ownOrder.changeAddress({ ...own, ...sent }));
  return { act: 'address', answer, typed, ...NOTHING_ELSE, where };
}

async function ofOtherQuantities(
  api: Api,
  own: Own,
  order: FollowedOrder,
  form: FormData,
  typed: Record<string, string>,
): Promise<Changed> {
  const { beside, ...sent } = typedQuantities(order.lines, form, typedQuantity);
  const answer = await heard(api.ownOrder.changeQuantities({ ...own, ...sent }));
  return { act: 'quantity', answer, typed, ...NOTHING_ELSE, beside };
}
