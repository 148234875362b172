import { type Caller, formAnswer } from '@baunghe/api';
import { type AppLoadContext, data } from '@remix-run/node';
import { cartCookie } from '~/cart-cookie.server';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { text } from '~/read-form.server';

type Purpose = Parameters<Caller['buyerData']['withdraw']>[0]['purpose'];

/** Does what the page's forms ask for, and says what came of it; null when the proof opens nothing. */
export async function actOnMyData(api: Caller, form: FormData, locale: Locale): Promise<string | null> {
  const proof = { key: text(form, 'key'), code: text(form, 'code'), orderKey: text(form, 'orderKey') };
  if (text(form, 'act') === 'erase') {
    const erased = await formAnswer(api.buyerData.erase({ ...proof, locale }));
    return erased.ok ? m.law_erased({ day: formatDay(erased.value.keptUntil, locale) }) : null;
  }
  const purpose = text(form, 'purpose') as Purpose;
  const withdrawn = await formAnswer(api.buyerData.withdraw({ ...proof, locale, purpose }));
  return withdrawn.ok ? m.law_withdrawn() : null;
}

/** Erases the account of who is signed in, with all that need not be kept, and says until when the rest is. */
export async function actOnAccountData(
  context: AppLoadContext,
  form: FormData,
  locale: Locale,
  headers: Record<string, string>,
) {
  const erased = await formAnswer(context.api.buyers.erase({ key: text(form, 'key'), locale }));
  if (!erased.ok)
    return data({ done: null, refused: { above: m.law_data_unknown() } }, { status: 404, headers });
  const { keptUntil } = erased.value;
  const day = keptUntil && formatDay(keptUntil, locale);
  const done = day ? m.account_data_erased_until({ day }) : m.account_data_erased();
  const cart = cartCookie(new Map(), { secure: context.publicUrl.startsWith('https:') });
  return data({ done, refused: null }, { headers: { ...headers, 'Set-Cookie': cart } });
}
