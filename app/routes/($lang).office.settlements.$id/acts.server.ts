import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { provedFirst } from '~/office/proved-first.server';
import { type Problem, problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

const ACTS = { approve: true, drop: true, pay: true };

type Act = keyof typeof ACTS;

/** A form of a settlement's page that was refused: what was typed, and what is wrong with it. */
export interface RefusedAct {
  act: Act;
  typed: Record<string, string>;
  problem: Problem;
}

type Api = AppLoadContext['api'];

/** Does what a form of a settlement's page asks for. Throws a 400 Response when it names no act. */
export async function doSettlementAct(
  request: Request,
  api: Api,
  { id, form, locale }: { id: string; form: FormData; locale: Locale },
): Promise<{ ok: true; act: Act } | ({ ok: false } & RefusedAct)> {
  const named = text(form, 'act');
  if (!Object.hasOwn(ACTS, named))
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const act = named as Act;
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const answer = await provedFirst(request, api, form, () => asking(api, act, { ...typed, id }));
  if (answer.ok) return { ok: true, act };
  return { ok: false, act, typed, problem: problemOf(answer.error, locale) };
}

async function asking(
  { settlement }: Api,
  act: Act,
  { key = '', id = '', why = '', statementId = '', through, reference = '' }: Record<string, string>,
) {
  if (act === 'approve') return settlement.approve({ key, id });
  if (act === 'drop') return settlement.drop({ key, id, why });
  // Whatever was sent: the gate says whether it is a way.
  return settlement.payOut({ key, statementId, through: through as 'bank', reference });
}
