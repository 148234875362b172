import { type FieldsRefused, formAnswer } from '@baunghe/api';
import { type ActionFunctionArgs, data } from '@remix-run/node';
import { formatInstant } from '~/format';
import { type Locale, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { readForm, text } from '~/read-form.server';
import { readCode } from './read-code';
import { REPORT_KINDS, type Said } from './said';

const PRIVATE = { 'Cache-Control': 'private, no-store' };
const MOST_BYTES = 20_000;
/** A right number again so soon is most likely the same person. */
const AT_ONCE_MS = 2 * 60_000;

type Act = {
  args: ActionFunctionArgs;
  code: { gtin: string; serial: string };
  form: FormData;
  locale: Locale;
};

/** Answers the forms of a box's page: the number under the lid, and what is wrong with the box. */
export async function actOnScan(args: ActionFunctionArgs) {
  const read = readCode(new URL(args.request.url).pathname);
  if (read.kind !== 'code' || read.code.serial === null) throw new Response(null, { status: 404 });
  const { gtin, serial } = read.code;
  const form = await readForm(args.request, MOST_BYTES);
  if (!form) throw new Response(null, { status: 413, headers: PRIVATE });
  const act: Act = { args, code: { gtin, serial }, form, locale: localeOf(args.params) };
  const { status, said } = await (text(form, 'act') === 'pin' ? enterPin(act) : report(act));
  return data<Said>(said, { status, headers: PRIVATE });
}

type Answer = { status: number; said: Said };

async function enterPin({ args, code, form, locale }: Act): Promise<Answer> {
  const { api, now } = args.context;
  const entered = await formAnswer(api.scans.enterPin({ ...code, pin: text(form, 'pin') }));
  const say = (status: number, good: boolean, words: string): Answer => ({
    status,
    said: { act: 'pin', good, words },
  });
  if (!entered.ok) {
    if (entered.error.code === 'fields') return say(422, false, m.box_pin_six_digits());
    if (entered.error.code === 'box_unknown') throw new Response(null, { status: 404, headers: PRIVATE });
    return say(429, false, m.box_pin_waits({ until: formatInstant(entered.error.until, locale) }));
  }
  const { value } = entered;
  if (value.outcome === 'first') return say(200, true, m.box_pin_first());
  if (value.outcome === 'wrong') return say(422, false, m.box_pin_wrong({ left: value.triesLeft }));
  const at = formatInstant(value.firstAt, locale);
  const atOnce = now.getTime() - value.firstAt.getTime() < AT_ONCE_MS;
  return say(200, atOnce, atOnce ? m.box_pin_again_at_once({ at }) : m.box_pin_again({ at }));
}

async function report({ args, code, form }: Act): Promise<Answer> {
  const typed = Object.fromEntries(['kind', 'words', 'phone'].map((name) => [name, text(form, name)]));
  const thanks: Answer = { status: 200, said: { act: 'report', good: true, words: m.box_wrong_thanks() } };
  const say = (status: number, words: string): Answer => ({
    status,
    said: { act: 'report', good: false, words, typed },
  });
  if (text(form, 'website') !== '') return thanks;
  const kind = REPORT_KINDS.find((each) => each === typed.kind);
  if (!kind) return say(422, m.box_wrong_say_kind());
  const told = { kind, words: typed.words ?? null, phone: typed.phone ?? null };
  const kept = await formAnswer(args.context.api.scans.report({ ...code, ...told }));
  if (kept.ok) return thanks;
  if (kept.error.code === 'fields') return say(422, fieldWords(kept.error));
  if (kept.error.code === 'too_many_reports') return say(429, m.box_wrong_too_many());
  throw new Response(null, { status: 404, headers: PRIVATE });
}

function fieldWords({ fields }: FieldsRefused): string {
  if ('phone' in fields) return m.box_wrong_say_phone();
  return fields.words === 'words_missing' ? m.box_wrong_say_words() : m.box_wrong_say_shorter();
}
