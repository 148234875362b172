import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { heard } from '~/shop/after/own-order.server';
import { fieldSentence } from '~/shop/field-sentences';

interface Finding<Found> {
  find: (asked: { code: string; phone: string }) => Promise<Answer<Found>>;
  /** The address of what was found, without language. */
  pathOf: (found: Found) => string;
  /** What is said where no such code goes with that number. */
  wrong: string;
  /** What is said where no code was typed. */
  missing?: string;
}

type Answer<Found> = { ok: true; value: Found } | { ok: false; error: { code: string } };

/** Leads to the page of what somebody sent in, whoever knows its code and its phone number; else gives the form back. */
export async function findOwn<Found>(
  { params, request }: Pick<LoaderFunctionArgs, 'params' | 'request'>,
  { find, pathOf, wrong, missing = m.papers_code_missing() }: Finding<Found>,
) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [code, phone] = [text(form, 'code').slice(0, 40), text(form, 'phone').slice(0, 60)];
  const found = await heard(find({ code, phone }));
  if (found.ok) return redirect(hrefIn(locale, pathOf(found.value)), { status: 303, headers: PRIVATE });
  const beside: Record<string, string> = code.trim() === '' ? { code: missing } : {};
  if ('fields' in found.error)
    for (const [field, of] of Object.entries(found.error.fields)) beside[field] = fieldSentence(of);
  const isForm = Object.keys(beside).length > 0;
  if (!isForm && found.error.code === 'too_many_codes') {
    const above = m.entrance_find_too_many();
    return data({ code, phone, above, beside }, { status: 429, headers: PRIVATE });
  }
  const refused = { code, phone, above: isForm ? null : wrong, beside };
  return data(refused, { status: isForm ? 400 : 404, headers: PRIVATE });
}
