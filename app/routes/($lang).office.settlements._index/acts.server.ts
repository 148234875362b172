import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { type Problem, problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import { hundredthsOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

/** A form of the board that was refused: what was typed, and what is wrong with it. */
export interface RefusedAct {
  act: 'prepare' | 'rule';
  typed: Record<string, string>;
  problem: Problem;
}

type Api = AppLoadContext['api'];

/** Prepares a settlement or adds a rule, as a form asks. Throws a 400 Response when it asks for neither. */
export async function doBoardAct(
  request: Request,
  api: Api,
  form: FormData,
  locale: Locale,
): Promise<{ ok: true; to: string } | ({ ok: false } & RefusedAct)> {
  const act = text(form, 'act');
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  if (act === 'prepare') {
    const { key = '', fromDay = '', toDay = '' } = typed;
    const answer = await answered(request, api.settlement.prepare({ key, fromDay, toDay }));
    if (answer.ok) return { ok: true, to: `/office/settlements/${answer.value.id}?done=prepared` };
    return { ok: false, act, typed, problem: problemOf(answer.error, locale) };
  }
  if (act !== 'rule') throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const answer = await answered(request, api.settlement.addRule(ruleOf(typed)));
  if (answer.ok) return { ok: true, to: '/office/settlements?saved=rule' };
  const problem = problemOf(answer.error, locale);
  const { beside } = problem;
  // What is wrong inside the rule stands beside the one field that both kinds of it have.
  const worth = beside['keeps.hundredths'] ?? beside['keeps.amount'];
  return { ok: false, act, typed, problem: worth ? { ...problem, beside: { ...beside, worth } } : problem };
}

function ruleOf({
  key = '',
  fromDay = '',
  kind,
  worth = '',
  bears,
  note = '',
}: Record<string, string | undefined>) {
  const keeps =
    kind === 'per_kg'
      ? ({ kind, amount: wholeNumber(worth) } as const)
      : ({ kind: 'percent', hundredths: hundredthsOf(worth) } as const);
  return { key, fromDay, keeps, claimsOnMember: bears === 'member', note };
}
