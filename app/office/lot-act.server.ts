import { LARGEST_PHOTO } from '@baunghe/api';
import { type KilogramsError, kilograms } from '@baunghe/money';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { isFromPhone } from '~/offline/is-from-phone.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { weightWords } from './field-words.server';
import { asked } from './gate-answers.server';
import { problemOf, type Refusal } from './refusals.server';

/** Most that a form with its photo may weigh: over LARGEST_PHOTO, so that a photo a little too large keeps the rest. */
const MOST_BYTES = 40 * 1024 * 1024;

/** The lot that something is done to, and the store's places. 403 for who does not work there, 404 for no lot. */
export async function lotAtHand({ request, params, context }: LoaderFunctionArgs) {
  const places = await asked(request, context.api.store.places());
  const found = await asked(request, context.api.harvests.lot({ batch: params.batch ?? '' }));
  if (!found.ok) throw new Response(m.office_lot_not_found(), { status: 404, headers: PRIVATE });
  return { lot: found.value, places, key: crypto.randomUUID() };
}

/** What a form holds: its text by its fields' names, and its photo. 413 when it is too long to be read at all. */
export async function typedIn(request: Request) {
  const form = await readForm(request, MOST_BYTES);
  if (!form) {
    const most = Math.floor(LARGEST_PHOTO / 1024 / 1024);
    throw new Response(m.office_say_photo_too_large({ most }), { status: 413, headers: PRIVATE });
  }
  const typed: Record<string, string> = Object.fromEntries(
    [...form.keys()].map((name) => [name, text(form, name)]),
  );
  const sent = form.get('photo');
  const photo = sent instanceof File && sent.size > 0 ? new Uint8Array(await sent.arrayBuffer()) : null;
  return { typed, photo };
}

/** Kilograms as typed into a field: grams for the gate (0 where it is no weight), and what is wrong with it. */
export function typedGrams(typed = '', field = 'grams'): { grams: number; beside: Record<string, string> } {
  const weight = kilograms(typed);
  if (weight.ok) return { grams: weight.value, beside: {} };
  return { grams: 0, beside: { [field]: weightWords(weight.error as KilogramsError) } };
}

type Answer = { ok: true } | { ok: false; error: Refusal };

/** Leads on to `to` after an act that was done; one that was refused gives its form back as it was filled in. */
export function leadOn(
  { request, params }: Pick<ActionFunctionArgs, 'request' | 'params'>,
  to: string,
  form: { typed: Record<string, string>; answer: Answer; beside?: Record<string, string>; photo?: unknown },
) {
  const locale = localeOf(params);
  if (form.answer.ok) throw redirect(hrefIn(locale, to), { headers: PRIVATE });
  // A browser does not fill in a file again; a phone's outbox still holds it.
  const again: Record<string, string> =
    form.photo && !isFromPhone(request) ? { photo: m.office_say_photo_again() } : {};
  const problem = problemOf(form.answer.error, locale, { ...again, ...form.beside });
  return data({ typed: form.typed, problem }, { status: problem.status, headers: PRIVATE });
}
