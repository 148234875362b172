import { type Caller, formAnswer } from '@baunghe/api';
import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { cartCookie, cartLines, readCart } from '~/cart-cookie.server';
import { hrefIn, isLocale, type Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';
import { fieldSentence } from '../field-sentences';
import { asCart } from '../kept-cart.server';
import { placeAfter } from './signed-in.server';

type Asked = Awaited<ReturnType<Caller['buyers']['askCode']>>;

/** What the sign-in shows after one of its forms was sent. */
export interface SignInShown {
  step: 'phone' | 'code';
  phone: string;
  codeId: string;
  /** In the demo: what would have been sent. */
  demoDigits: string | null;
  above: string | null;
  /** Beside the one field of the step. */
  beside: string | null;
}

/** Sends a code, or signs in by one. */
export async function actOnSignIn(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  return text(form, 'act') === 'enter'
    ? enter(context, request, form, locale)
    : askCode(context, form, locale);
}

async function askCode(context: AppLoadContext, form: FormData, locale: Locale) {
  const phone = text(form, 'phone').slice(0, 60);
  const asked = await formAnswer(
    context.api.buyers.askCode({ key: text(form, 'key'), phone, locale }) as Promise<Asked>,
  );
  const shown: SignInShown = {
    step: 'phone',
    phone,
    codeId: '',
    demoDigits: null,
    above: null,
    beside: null,
  };
  if (asked.ok) {
    const { codeId, demoDigits } = asked.value;
    return data({ ...shown, step: 'code' as const, codeId, demoDigits }, { headers: PRIVATE });
  }
  const { error } = asked;
  switch (error.code) {
    case 'fields': {
      const beside = fieldSentence(error.fields.phone ?? 'phone_missing');
      return data({ ...shown, beside }, { status: 400, headers: PRIVATE });
    }
    case 'phone_not_mobile':
      return data({ ...shown, beside: m.account_phone_not_mobile() }, { status: 422, headers: PRIVATE });
    case 'codes_not_sent':
      return data({ ...shown, above: m.account_codes_not_sent() }, { status: 503, headers: PRIVATE });
    case 'too_many_codes': {
      const minutes = Math.ceil(error.retryAfterSeconds / 60);
      const headers = { ...PRIVATE, 'Retry-After': String(error.retryAfterSeconds) };
      return data({ ...shown, above: m.account_too_many_codes({ minutes }) }, { status: 429, headers });
    }
  }
}

async function enter(context: AppLoadContext, request: Request, form: FormData, locale: Locale) {
  const codeId = text(form, 'codeId').slice(0, 64);
  const phone = text(form, 'phone').slice(0, 60);
  const digits = text(form, 'digits').slice(0, 40);
  const cart = cartLines(readCart(request));
  const entered = await formAnswer(context.api.buyers.enter({ codeId, digits, cart, locale }));
  if (!entered.ok) {
    const beside = digits.trim() === '' ? m.account_code_missing() : m.account_code_wrong();
    const shown: SignInShown = { step: 'code', phone, codeId, demoDigits: null, above: null, beside };
    return data(shown, { status: digits.trim() === '' ? 400 : 422, headers: PRIVATE });
  }
  const site = { secure: context.publicUrl.startsWith('https:') };
  const headers = new Headers({ ...PRIVATE, 'Set-Cookie': cartCookie(asCart(entered.value.cart), site) });
  const chosen = entered.value.locale;
  return redirect(hrefIn(isLocale(chosen) ? chosen : locale, placeAfter(request)), { status: 303, headers });
}
