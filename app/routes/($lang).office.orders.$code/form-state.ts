import type { ApiOutputs } from '@baunghe/api';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

export type Order = Extract<ApiOutputs['officeOrders']['one'], { ok: true }>['value'];
export type LotChoice = ApiOutputs['officeOrders']['lotsForLine'][number];

/** Whether boxes may be packed for an order: it is open, and paid where a transfer has to come first. */
export const mayPack = ({ state, method, payment }: Order): boolean =>
  state === 'placed' && (method !== 'vietqr' || payment.state === 'received');

const DONE = {
  receive: m.office_order_done_receive,
  pack: m.office_order_done_pack,
  ship: m.office_order_done_ship,
  deliver: m.office_order_done_deliver,
  cancel: m.office_order_done_cancel,
  unpack: m.evidence_unpack_done,
  want: m.carriers_done_want,
  unwant: m.carriers_done_unwant,
  looked: m.carriers_done_looked,
};

/** What staff can do with an order; each form names its own. */
export type Act = keyof typeof DONE;

export const isAct = (act: string | null): act is Act => act !== null && Object.hasOwn(DONE, act);

/** What is said after an act. */
export const doneWords = (act: Act): string => DONE[act]();

/** A form that was refused: what was typed, and what is wrong with it. */
export interface RefusedForm {
  act: Act;
  typed: Record<string, string>;
  problem: Problem;
}

/** What every form of the page is given. */
export interface FormState {
  refused: RefusedForm | null;
  /** The key of a form that is sent for the first time. */
  newKey: string;
}

/** What one form shows (`of`: its own hidden fields, where there are several such forms): its key, what was typed into it and what is wrong, if it was the one refused. */
export function stateOf({ refused, newKey }: FormState, act: Act, of: Record<string, string> = {}) {
  const isIt = ([name, value]: [string, string]) => refused?.typed[name] === value;
  const mine = refused?.act === act && Object.entries(of).every(isIt);
  if (!mine) return { key: newKey, typed: {} as Record<string, string | undefined>, beside: {} as Beside };
  return { key: refused.typed.key || newKey, typed: refused.typed, beside: refused.problem.beside as Beside };
}

type Beside = Record<string, string | undefined>;
