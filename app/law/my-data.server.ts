import { type Caller, formAnswer } from '@baunghe/api';
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
