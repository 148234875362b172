import type { ApiOutputs } from '@baunghe/api';
import type { AppLoadContext } from '@remix-run/node';
import { readWishes, wishesIn } from '~/delivery/read-wishes.server';
import type { SentWishes } from '~/delivery/wished';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import { type ShownWhere, typedAddress, typedQuantities } from '~/shop/after/typed-change.server';
import { answered } from '../gate-answers.server';
import type { ChangeRefusal } from './say-change.server';

type Order = Extract<ApiOutputs['officeOrders']['one'], { ok: true }>['value'];

/** What became of a form of the office that changes an order. */
export interface Changed {
  act: string;
  answer: { ok: true } | { ok: false; error: ChangeRefusal };
  typed: Record<string, string>;
  where: ShownWhere | null;
  wishes: SentWishes | null;
  /** What the page itself found wrong with a field. */
  beside: Record<string, string>;
}

/** Does what a form of the page asks for. Throws a 400 Response when it names no act. */
export async function changeOrder(
  request: Request,
  { addresses, orderChanges: gate }: AppLoadContext['api'],
  order: Order,
  form: FormData,
  locale: Locale,
): Promise<Changed> {
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name).slice(0, 400)]));
  const common = { orderId: order.id, key: text(form, 'key'), why: text(form, 'why') };
  const act = text(form, 'act');
  const told = { act, typed, where: null, wishes: null, beside: {} };
  switch (act) {
    case 'quantity': {
      const { beside, ...sent } = typedQuantities(order.lines, form, typedUnits);
      return { ...told, answer: await answered(request, gate.quantities({ ...common, ...sent })), beside };
    }
    case 'address': {
      const { sent, where } = await typedAddress({ addresses }, form, locale);
      return { ...told, answer: await answered(request, gate.address({ ...common, ...sent })), where };
    }
    case 'day': {
      const sent = { ...common, leaveOn: text(form, 'leaveOn') };
      return { ...told, answer: await answered(request, gate.day(sent)) };
    }
    case 'wishes': {
      const wishes = readWishes(form);
      const sent = { ...common, wishes: wishesIn(wishes) };
      return { ...told, answer: await answered(request, gate.wishes(sent)), wishes };
    }
    default:
      throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  }
}

/** A whole number of units from 0, which takes the line out, to 500. */
function typedUnits(typed: FormDataEntryValue): number | null {
  const digits = typeof typed === 'string' ? typed.replace(/\s/g, '') : '';
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 500 ? Number(digits) : null;
}
