import { type AppLoadContext, data, redirect } from '@remix-run/node';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import { answered } from '../gate-answers.server';
import { type Problem, problemOf } from '../refusals.server';
import { placeAfterSignIn } from './place-after.server';

/** What the sign-in by a code shows after one of its forms was sent. */
export interface CodeShown {
  phone: string;
  /** Null: a number is to be typed. */
  code: { id: string; demoDigits: string | null } | null;
  problem: Problem | null;
}

/** Sends a code. */
export async function askForCode(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const phone = text(form, 'phone').slice(0, 60);
  const asking = { key: text(form, 'key'), phone, locale };
  const asked = await answered(request, context.api.session.askCode(asking));
  if (!asked.ok) return refused({ phone, code: null, problem: problemOf(asked.error, locale) });
  const { codeId: id, demoDigits } = asked.value;
  const shown: CodeShown = { phone, code: { id, demoDigits }, problem: null };
  return data({ shown, refused: null }, { headers: PRIVATE });
}

/** Signs in by a code. Throws the redirect to where its owner wanted to go. */
export async function enterByCode(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const id = text(form, 'codeId').slice(0, 64);
  const digits = text(form, 'digits').slice(0, 40);
  const entered = await answered(request, context.api.session.enterByCode({ codeId: id, digits }));
  if (entered.ok) throw redirect(placeAfterSignIn(request, locale), { headers: PRIVATE });
  const problem = digits.trim() === '' ? missing() : problemOf(entered.error, locale);
  const phone = text(form, 'phone').slice(0, 60);
  return refused({ phone, code: { id, demoDigits: null }, problem });
}

const missing = (): Problem => ({ status: 422, above: null, beside: { digits: m.account_code_missing() } });

function refused(shown: CodeShown) {
  return data({ shown, refused: null }, { status: shown.problem?.status ?? 422, headers: PRIVATE });
}
