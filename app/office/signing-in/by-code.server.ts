import { type AppLoadContext, data, redirect } from '@remix-run/node';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { shownCode, typedCode } from '~/signing-in/shown-code.server';
import { answered } from '../gate-answers.server';
import { problemOf, type Refusal } from '../refusals.server';
import { placeAfterSignIn } from './place-after.server';

/** Sends a code. */
export async function askForCode(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const { key, phone } = typedCode(form);
  const asked = await answered(request, context.api.session.askCode({ key, phone, locale }));
  if (!asked.ok) return refused(asked.error, locale, phone, null);
  const { codeId: id, demoDigits } = asked.value;
  return shows(shownCode(phone, { code: { id, demoDigits } }), 200);
}

/** Signs in by a code. Throws the redirect to where its owner wanted to go. */
export async function enterByCode(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const { phone, codeId, digits } = typedCode(form);
  const entered = await answered(request, context.api.session.enterByCode({ codeId, digits }));
  if (entered.ok) throw redirect(placeAfterSignIn(request, locale), { headers: PRIVATE });
  const code = { id: codeId, demoDigits: null };
  if (digits.trim()) return refused(entered.error, locale, phone, code);
  return shows(shownCode(phone, { code, beside: m.account_code_missing() }), 422);
}

function refused(error: Refusal, locale: Locale, phone: string, code: CodeShown['code']) {
  const { status, above, beside } = problemOf(error, locale);
  return shows(shownCode(phone, { code, above, beside: beside.phone ?? beside.digits ?? null }), status);
}

function shows(shown: CodeShown, status: number) {
  return data({ shown, refused: null }, { status, headers: PRIVATE });
}
