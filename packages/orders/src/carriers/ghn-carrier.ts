import { createHash, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '@baunghe/db';
import { dong } from '@baunghe/money';
import type { Booked, Carrier, CarrierNews, CarrierRefusal, NewsRefusal, Stop } from './carrier.ts';
import { GHN_MOST_COLLECT, GHN_MOST_GRAMS, ghnOrder } from './ghn-order.ts';
import { ghnReason } from './ghn-reason.ts';
import { ghnWards } from './ghn-wards.ts';
import { ghnState } from './ghn-words.ts';
import { trackingLink } from './tracking-link.ts';

/** What GHN needs to be reached. */
export interface GhnSettings {
  token: string;
  shopId: string;
  /** Where its API is, without a path. */
  url: string;
  /** What stands at the end of the address that GHN calls; null: no call is believed. */
  webhookSecret: string | null;
}

const PATIENCE_MS = 15_000;
const TRACKING = /^[A-Za-z0-9._-]{1,40}$/;
const MOST_WHY = 300;

type Fields = Record<string, unknown>;

/** GHN (Giao Hàng Nhanh) by its public API v2. `patience`: how long it may take to answer, in milliseconds. */
export function ghnCarrier(settings: GhnSettings, patience: number = PATIENCE_MS): Carrier {
  const ask = (path: string, body: unknown) => asked(settings, patience, `v2/${path}`, body);
  return {
    key: 'ghn',
    name: 'GHN',
    limits: { grams: GHN_MOST_GRAMS, collect: dong(GHN_MOST_COLLECT) },
    async book(parcel) {
      const answer = await ask('shipping-order/create', ghnOrder(parcel));
      return answer.ok ? bookedIn(answer.value) : answer;
    },
    async find(clientCode) {
      const answer = await ask('shipping-order/detail-by-client-code', { client_order_code: clientCode });
      // To be asked for what was never told is the one refusal that is an answer.
      if (!answer.ok) return answer.error.code === 'carrier_refused' ? ok(null) : answer;
      const order = Array.isArray(answer.value) ? answer.value[0] : answer.value;
      return ok(trackingIn(fieldsOf(order).order_code));
    },
    async cancel(tracking) {
      const answer = await ask('switch-status/cancel', { order_codes: [tracking] });
      if (!answer.ok) return answer;
      // Several orders are answered one by one.
      const one = fieldsOf(Array.isArray(answer.value) ? answer.value[0] : answer.value);
      return one.result === false ? fail({ code: 'carrier_refused', why: whyIn(one) }) : ok(undefined);
    },
    wards: (province) => ghnWards((path, body) => asked(settings, patience, path, body), province),
    async stops(tracking) {
      const answer = await ask('shipping-order/detail', { order_code: tracking });
      return answer.ok ? ok(stopsIn(fieldsOf(answer.value))) : answer;
    },
    readNews: ({ secret, body }) => newsIn(settings.webhookSecret, secret, body),
    trackingLink: (tracking) => trackingLink('ghn', tracking),
  };
}

async function asked(
  { token, shopId, url }: GhnSettings,
  patience: number,
  path: string,
  body: unknown,
): Promise<Result<unknown, CarrierRefusal>> {
  const headers = { 'Content-Type': 'application/json', Token: token, ShopId: shopId };
  try {
    const response = await fetch(`${url}/shiip/public-api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    // A key that is not taken is for whoever keeps the settings to mend, and every parcel waits until then.
    if (response.status === 401 || response.status === 403 || response.status === 429)
      return away(`HTTP ${response.status}`);
    if (response.status >= 500) return away(`HTTP ${response.status}`);
    const answer = fieldsOf(await response.json());
    if (answer.code === 200) return ok(answer.data);
    return fail({ code: 'carrier_refused', why: whyIn(answer) });
  } catch (error) {
    return away(error instanceof Error ? error.name : 'Error');
  }
}

const away = (why: string) => fail({ code: 'carrier_away', why } as const);

function bookedIn(data: unknown): Result<Booked, CarrierRefusal> {
  const { order_code, sort_code, total_fee, expected_delivery_time } = fieldsOf(data);
  const tracking = trackingIn(order_code);
  if (tracking === null) return away('no order_code');
  const fee = Number(total_fee);
  return ok({
    tracking,
    sortCode: typeof sort_code === 'string' && sort_code !== '' ? sort_code.slice(0, 60) : null,
    fee: Number.isSafeInteger(fee) && fee >= 0 ? dong(fee) : null,
    expectedAt: instantIn(expected_delivery_time),
  });
}

/** The log has what was passed already; the newest status may stand beside it. */
function stopsIn({ log, status, updated_date }: Fields): Stop[] {
  const told = [...(Array.isArray(log) ? log.map(fieldsOf) : [])];
  const logged = told.some((stop) => stop.status === status);
  if (!logged) told.push({ status, updated_date });
  return told.flatMap((stop) => {
    const at = instantIn(stop.updated_date);
    const said = typeof stop.status === 'string' ? stop.status.trim().slice(0, 60) : '';
    return at && said !== '' ? [{ said, state: ghnState(said), at }] : [];
  });
}

function newsIn(ours: string | null, theirs: string, body: string): Result<CarrierNews | null, NewsRefusal> {
  if (ours === null || !isSame(ours, theirs)) return fail({ code: 'secret_wrong' });
  let told: Fields;
  try {
    told = fieldsOf(JSON.parse(body));
  } catch {
    return fail({ code: 'not_json' });
  }
  const tracking = trackingIn(told.OrderCode);
  if (tracking === null) return fail({ code: 'news_malformed' });
  // Orders made by hand in GHN's own pages carry no code of ours.
  const clientCode = typeof told.ClientOrderCode === 'string' ? told.ClientOrderCode : '';
  return ok(
    clientCode === '' ? null : { tracking, clientCode: clientCode.slice(0, 60), reason: ghnReason(told) },
  );
}

const hash = (text: string) => createHash('sha256').update(text).digest();
const isSame = (ours: string, theirs: string) => timingSafeEqual(hash(ours), hash(theirs));

const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};

const trackingIn = (value: unknown): string | null =>
  typeof value === 'string' && TRACKING.test(value) ? value : null;

function instantIn(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const at = new Date(value);
  // GHN writes the year 1 where there is no time.
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 2000 ? null : at;
}

function whyIn({ message, code_message_value, code_message }: Fields): string {
  const words = [message, code_message_value, code_message].find(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );
  return (words ?? '?')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MOST_WHY);
}
