import type { ApiInputs } from '@baunghe/api';
import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { provedFirst } from '~/office/proved-first.server';
import { type Problem, problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

/** What the forms of the page ask for, and what is said when it is done. */
const DONE = { approve: 'approved', decline: 'declined', rule: 'rule' } as const;

type Act = keyof typeof DONE;

/** A form that was refused: what was typed, and what is wrong with it. */
export interface RefusedAct {
  act: Act;
  typed: Record<string, string>;
  problem: Problem;
}

type Api = AppLoadContext['api'];
type Typed = Record<string, string>;

/** Does what a form of the page asks for. Throws a 400 Response when it names no act. */
export async function doLimitsAct(
  request: Request,
  api: Api,
  form: FormData,
  locale: Locale,
): Promise<{ ok: true; done: string } | ({ ok: false } & RefusedAct)> {
  const named = text(form, 'act');
  if (!Object.hasOwn(DONE, named)) {
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  }
  const act = named as Act;
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const answer = await provedFirst(request, api, form, () => asking(api, act, typed));
  if (answer.ok) return { ok: true, done: DONE[act] };
  const problem = problemOf(answer.error, locale);
  // What stands beside a field of a claim's answer stands above a button that has none.
  const { amount, units, kind } = problem.beside;
  const above = act === 'approve' ? (problem.above ?? amount ?? units ?? kind ?? null) : problem.above;
  return { ok: false, act, typed, problem: { ...problem, above } };
}

async function asking({ givings }: Api, act: Act, typed: Typed) {
  const { key = '', id = '', why = '' } = typed;
  if (act === 'approve') return givings.approve({ key, id });
  if (act === 'decline') return givings.decline({ key, id, why });
  return givings.addRule(ruleOf(typed));
}

function ruleOf(typed: Typed): ApiInputs['givings']['addRule'] {
  const { key = '', note = '' } = typed;
  const limit = (name: string) => (typed[name]?.trim() ? wholeNumber(typed[name]) : null);
  const alone = (role: string) => ({
    ...{ refund: limit(`${role}.refund`), credit: limit(`${role}.credit`) },
    ...{ anew: limit(`${role}.anew`), ofOrder: limit(`${role}.ofOrder`) },
  });
  const accountant = { ...alone('accountant'), second: limit('accountant.second') };
  return { key, note, packer: alone('packer'), accountant, manager: alone('manager') };
}
