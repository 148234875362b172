import { type Caller, formAnswer } from '@baunghe/api';
import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { cartCookie, cartLines, readCart } from '~/cart-cookie.server';
import { hrefIn, isLocale, type Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { shownCode, typedCode } from '~/signing-in/shown-code.server';
import { fieldSentence } from '../field-sentences';
import { asCart } from '../kept-cart.server';
import { placeAfter } from './signed-in.server';

type Asked = Awaited<ReturnType<Caller['buyers']['askCode']>>;

/** Sends a code, or signs in by one. */
export async function actOnSignIn(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  return text(form, 'act') === 'enter'
    ? enter(context, request, form, locale)
    : askCode(context, form, locale);
}

async function askCode(context: AppLoadContext, form: FormData, locale: Locale) {
  const { key, phone } = typedCode(form);
  const asked = await formAnswer(context.api.buyers.askCode({ key, phone, locale }) as Promise<Asked>);
  if (asked.ok) {
    const { codeId: id, demoDigits } = asked.value;
    return shows(shownCode(phone, { code: { id, demoDigits } }), 200);
  }
  const { error } = asked;
  switch (error.code) {
    case 'fields':
      return shows(shownCode(phone, { beside: fieldSentence(error.fields.phone ?? 'phone_missing') }), 400);
    case 'phone_not_mobile':
      return shows(shownCode(phone, { beside: m.account_phone_not_mobile() }), 422);
    case 'codes_not_sent':
      return shows(shownCode(phone, { above: m.account_codes_not_sent() }), 503);
    case 'too_many_codes': {
      const { retryAfterSeconds } = error;
      const above = m.account_too_many_codes({ minutes: Math.ceil(retryAfterSeconds / 60) });
      return shows(shownCode(phone, { above }), 429, { 'Retry-After': String(retryAfterSeconds) });
    }
  }
}

async function enter(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const { phone, codeId, digits } = typedCode(form);
  const cart = cartLines(readCart(request));
  const entered = await formAnswer(context.api.buyers.enter({ codeId, digits, cart, locale }));
  if (!entered.ok) {
    const isEmpty = digits.trim() === '';
    const beside = isEmpty ? m.account_code_missing() : m.account_code_wrong();
    const code = { id: codeId, demoDigits: null };
    return shows(shownCode(phone, { code, beside }), isEmpty ? 400 : 422);
  }
  const site = { secure: context.publicUrl.startsWith('https:') };
  const headers = new Headers({ ...PRIVATE, 'Set-Cookie': cartCookie(asCart(entered.value.cart), site) });
  const chosen = entered.value.locale;
  return redirect(hrefIn(isLocale(chosen) ? chosen : locale, placeAfter(request)), { status: 303, headers });
}

function shows(shown: CodeShown, status: number, headers: Record<string, string> = {}) {
  return data(shown, { status, headers: { ...PRIVATE, ...headers } });
}
