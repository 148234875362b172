import { type ApiInputs, LARGEST_PHOTO } from '@baunghe/api';
import { kilograms } from '@baunghe/money';
import type { AppLoadContext } from '@remix-run/node';
import { weightWords } from '~/office/field-words.server';
import { answered } from '~/office/gate-answers.server';
import type { Refusal } from '~/office/refusals.server';
import { typedCelsius } from '~/office/typed-celsius';
import { wholeNumber } from '~/office/whole-number';
import { isFresh, isFromPhone } from '~/offline/is-from-phone.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { type CameraSaid, isCameraSaid } from './camera';
import { type Act, isAct } from './form-state';

interface Done {
  act: Act;
  typed: Record<string, string>;
  answer: { ok: true; camera: CameraSaid | null } | { ok: false; error: Refusal };
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
  const { asking, beside = {} } = ASK[act](api, typed, photo, isFresh(request));
  // A browser does not fill in a file again.
  const again: Record<string, string> =
    photo && !isFromPhone(request) ? { photo: m.office_say_photo_again() } : {};
  const answer = await answered(request, asking);
  return { act, typed, answer: answer.ok ? told(answer.value) : answer, beside: { ...again, ...beside } };
}

/** Of what an act answered, what the page says. */
function told(value: unknown): { ok: true; camera: CameraSaid | null } {
  const camera = value !== null && typeof value === 'object' && 'camera' in value ? `${value.camera}` : null;
  return { ok: true, camera: isCameraSaid(camera) ? camera : null };
}

async function photoIn(form: FormData): Promise<Photo> {
  const photo = form.get('photo');
  return photo instanceof File && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : null;
}

type Photo = Uint8Array<ArrayBuffer> | null;
type Api = AppLoadContext['api'];
type Typed = Record<string, string>;
type Asking = {
  asking: Promise<{ ok: true; value: unknown } | { ok: false; error: Refusal }>;
  beside?: Record<string, string>;
};

const common = ({ key = '', orderId = '' }: Typed) => ({ key, orderId });

const ASK: Record<Act, (api: Api, typed: Typed, photo: Photo, isFresh: boolean) => Asking> = {
  receive: ({ officeOrders: orders }, typed) => ({
    asking: orders.receiveTransfer({
      ...common(typed),
      amount: wholeNumber(typed.amount),
      reference: typed.reference ?? '',
    }),
  }),
  pack: ({ officeOrders: orders }, typed, photo, isFresh) => {
    const weight = kilograms(typed.kg ?? '');
    const asking = orders.packBox({
      ...common(typed),
      lineId: typed.lineId ?? '',
      lotId: typed.lotId ?? '',
      units: wholeNumber(typed.units),
      grams: weight.ok ? weight.value : 0,
      lotReason: typed.lotReason ?? null,
      photo,
      photoClaim: typed['photo.sha256'],
      // It would see whatever lies on the table by now.
      camera: isFresh && typed.camera === 'yes',
    });
    return weight.ok ? { asking } : { asking, beside: { grams: weightWords(weight.error) } };
  },
  ship: ({ officeOrders: orders }, typed, photo) => ({
    asking: orders.ship({
      ...common(typed),
      carrier: typed.carrier ?? '',
      tracking: typed.tracking ?? null,
      coldBoxCelsius: typed.celsius?.trim() ? typedCelsius(typed.celsius) : null,
      photo,
    }),
  }),
  deliver: ({ officeOrders: orders }, typed, photo) => ({
    asking: orders.deliver({ ...common(typed), photo }),
  }),
  want: ({ carriers }, typed) => ({ asking: carriers.want(common(typed)) }),
  unwant: ({ carriers }, { key = '', consignmentId = '' }) => ({
    asking: carriers.unwant({ key, consignmentId }),
  }),
  looked: ({ carriers }, { key = '', consignmentId = '' }) => ({
    asking: carriers.lookedAt({ key, consignmentId }),
  }),
  cancel: ({ officeOrders: orders }, typed) => ({
    asking: orders.cancel({ ...common(typed), why: typed.why ?? '' }),
  }),
  unpack: ({ unpacking }, { key = '', boxId = '', reason = '', fate }) => ({
    // Whatever was sent: the gate says whether it is a fate.
    asking: unpacking.unpack({ key, boxId, reason, fate: fate as ApiInputs['unpacking']['unpack']['fate'] }),
  }),
};
