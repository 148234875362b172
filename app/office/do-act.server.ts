import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import { provedFirst } from './proved-first.server';
import { type Problem, problemOf, type Refusal } from './refusals.server';

/** What was typed into a form, by the names of its fields. */
export type Typed = Record<string, string>;

/** A form that was refused: what was typed, and what is wrong with it. */
export interface RefusedAct<Act extends string = string> {
  act: Act;
  typed: Typed;
  problem: Problem;
}

/** A form as it was sent. */
export interface SentForm {
  request: Request;
  api: AppLoadContext['api'];
  form: FormData;
  locale: Locale;
}

/** Each act that the forms of a page may ask for by their field `act`, and how it is asked of the gate. */
export type Acts<Act extends string> = Readonly<
  Record<Act, (typed: Typed) => Promise<{ ok: true } | { ok: false; error: Refusal }>>
>;

/**
 * Does what a form asks for; a code of the second factor that came with it is given first. Throws a 400 Response when it
 * names no act of the page.
 */
export async function doAct<Act extends string>(
  { request, api, form, locale }: SentForm,
  acts: Acts<Act>,
): Promise<{ ok: true; act: Act } | ({ ok: false } & RefusedAct<Act>)> {
  const named = text(form, 'act');
  if (!Object.hasOwn(acts, named))
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const act = named as Act;
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const answer = await provedFirst(request, api, form, () => acts[act](typed));
  return answer.ok ? { ok: true, act } : { ok: false, act, typed, problem: problemOf(answer.error, locale) };
}
