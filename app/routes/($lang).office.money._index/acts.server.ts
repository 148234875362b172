import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { provedFirst } from '~/office/proved-first.server';
import { type Problem, problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

const ACTS = { assign: true, refund: true, aside: true, undo: true };

/** What staff may say of a movement. */
export type LineAct = keyof typeof ACTS;

export const isLineAct = (act: string | null): act is LineAct => act !== null && Object.hasOwn(ACTS, act);

/** A form about a movement that was refused: what was typed, and what is wrong with it. */
export interface RefusedLine {
  typed: Record<string, string>;
  problem: Problem;
}

type Api = AppLoadContext['api'];

/** Does what a form about a movement asks for. Throws a 400 Response when it names no act. */
export async function doLineAct(
  request: Request,
  api: Api,
  form: FormData,
  locale: Locale,
): Promise<{ ok: true; act: LineAct } | ({ ok: false } & RefusedLine)> {
  const act = text(form, 'act');
  if (!isLineAct(act)) throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const answer = await provedFirst(request, api, form, () => asking(api, act, typed));
  if (answer.ok) return { ok: true, act };
  const { error } = answer;
  const beside: Record<string, string> = {};
  if (error.code === 'order_unknown') beside.code = m.money_say_order_unknown();
  if (error.code === 'fields' && error.fields['to.code']) beside.code = m.money_say_code();
  const problem = problemOf(error, locale, beside);
  return {
    ok: false,
    typed,
    problem: beside.code ? { ...problem, status: 422, above: null, beside } : problem,
  };
}

async function asking(
  { bank }: Api,
  act: LineAct,
  { key = '', lineId = '', code = '', why = '', refundId = '' }: Record<string, string>,
) {
  if (act === 'undo') return bank.undo({ key, lineId, why });
  if (act === 'aside') return bank.setAside({ key, lineId, why });
  const to = act === 'refund' ? ({ what: 'refund', refundId } as const) : ({ what: 'order', code } as const);
  return bank.assign({ key, lineId, to });
}
