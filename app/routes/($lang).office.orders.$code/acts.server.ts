import { LARGEST_PHOTO } from '@baunghe/api';
import { kilograms } from '@baunghe/money';
import type { AppLoadContext } from '@remix-run/node';
import { weightWords } from '~/office/field-words.server';
import { answered } from '~/office/gate-answers.server';
import type { Refusal } from '~/office/refusals.server';
import { typedCelsius } from '~/office/typed-celsius';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { type Act, isAct } from './form-state';

interface Done {
  act: Act;
  typed: Record<string, string>;
  answer: { ok: true } | { ok: false; error: Refusal };
  /** What the page itself found wrong with a field. */
  beside: Record<string, string>;
}

/** Most that a form with its photo may weigh: over LARGEST_PHOTO, so that a photo a little too large keeps the rest. */
const MOST_BYTES = 40 * 1024 * 1024;

/** Reads a form of the order's page. Throws a 413 Response when it is too long to be read at all. */
export async function actForm(request: Request): Promise<FormData> {
  const form = await readForm(request, MOST_BYTES);
  if (form) return form;
  const most = Math.floor(LARGEST_PHOTO / 1024 / 1024);
  throw new Response(m.office_say_photo_too_large({ most }), { status: 413, headers: PRIVATE });
}

/** Does what a form of the order's page asks for. Throws a 400 Response when it names no act. */
export async function doAct(request: Request, api: AppLoadContext['api'], form: FormData): Promise<Done> {
  const act = text(form, 'act');
  if (!isAct(act)) throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const photo = await photoIn(form);
  const { asking, beside = {} } = ASK[act](api.officeOrders, typed, photo);
  // A browser does not fill in a file again.
  const again: Record<string, string> = photo ? { photo: m.office_say_photo_again() } : {};
  return { act, typed, answer: await answered(request, asking), beside: { ...again, ...beside } };
}

async function photoIn(form: FormData): Promise<Photo> {
  const photo = form.get('photo');
  return photo instanceof File && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : null;
}

type Photo = Uint8Array<ArrayBuffer> | null;
type Orders = AppLoadContext['api']['officeOrders'];
type Typed = Record<string, string>;
type Asking = { asking: Promise<Done['answer']>; beside?: Record<string, string> };

const common = ({ key = '', orderId = '' }: Typed) => ({ key, orderId });

const ASK: Record<Act, (orders: Orders, typed: Typed, photo: Photo) => Asking> = {
  receive: (orders, typed) => ({
    asking: orders.receiveTransfer({
      ...common(typed),
      amount: wholeNumber(typed.amount),
      reference: typed.reference ?? '',
    }),
  }),
  pack: (orders, typed, photo) => {
    const weight = kilograms(typed.kg ?? '');
    const asking = orders.packBox({
      ...common(typed),
      lineId: typed.lineId ?? '',
      lotId: typed.lotId ?? '',
      units: wholeNumber(typed.units),
      grams: weight.ok ? weight.value : 0,
      lotReason: typed.lotReason ?? null,
      photo,
    });
    return weight.ok ? { asking } : { asking, beside: { grams: weightWords(weight.error) } };
  },
  ship: (orders, typed) => ({
    asking: orders.ship({
      ...common(typed),
      carrier: typed.carrier ?? '',
      tracking: typed.tracking ?? null,
      coldBoxCelsius: typed.celsius?.trim() ? typedCelsius(typed.celsius) : null,
    }),
  }),
  deliver: (orders, typed) => ({ asking: orders.deliver(common(typed)) }),
  cancel: (orders, typed) => ({ asking: orders.cancel({ ...common(typed), why: typed.why ?? '' }) }),
};

/** `1.250.000 ₫`, `1,250,000` and `1250000` are the same whole number; anything else is NaN. */
export function wholeNumber(typed = ''): number {
  const digits = typed.normalize('NFKC').replace(/[\s₫đ]/gi, '');
  if (/^\d+$/.test(digits)) return Number(digits);
  if (/^\d{1,3}([.,]\d{3})(\1|[.,]\d{3})*$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  return Number.NaN;
}
