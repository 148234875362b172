import { fail, ok, type Result } from '@baunghe/db';
import {
  amountOf,
  instantOf,
  isObject,
  jsonObject,
  malformed,
  type TellingOfLine,
  textOf,
} from './bank-line.ts';
import type { FeedPost, FeedRefusal } from './feed-post.ts';
import { isHmac } from './feed-signature.ts';

/** How a payOS webhook shows who it is. */
export interface PayosKeys {
  by: 'payos';
  /** Signs `data`. */
  checksumKey: string;
}

/** Whether payOS sent it: HMAC-SHA256 over `data`, its keys in order, as `key=value` with `&` between. */
export function checkPayos(keys: PayosKeys, post: FeedPost): Result<void, FeedRefusal> {
  const read = jsonObject(post.body);
  if (!read.ok) return read;
  const { data, signature } = read.value;
  if (typeof signature !== 'string' || signature === '') return fail({ code: 'signature_missing' });
  if (!isObject(data)) return malformed('data');
  return isHmac(keys.checksumKey, signedText(data), signature)
    ? ok(undefined)
    : fail({ code: 'signature_wrong' });
}

/** Reads what a payOS webhook tells of: money that came in; null: an attempt that brought none. */
export function readPayos(body: string): Result<TellingOfLine | null, FeedRefusal> {
  const read = jsonObject(body);
  if (!read.ok) return read;
  const { data } = read.value;
  if (!isObject(data)) return malformed('data');
  if (data.code !== undefined && data.code !== '00') return ok(null);
  if (data.currency !== undefined && data.currency !== 'VND') return malformed('data.currency');
  const reference = textOf(data.reference, 100);
  if (reference === '') return malformed('data.reference');
  const amount = amountOf(data.amount, 'data.amount');
  if (!amount.ok) return amount;
  const at = instantOf(data.transactionDateTime, 'data.transactionDateTime');
  if (!at.ok) return at;
  return ok({
    told: reference,
    direction: 'in',
    amount: amount.value,
    account: textOf(data.accountNumber, 40) || null,
    subAccount: textOf(data.virtualAccountNumber, 40) || null,
    content: textOf(data.description),
    code: null,
    reference,
    at: at.value,
  });
}

function signedText(data: Record<string, unknown>): string {
  return Object.keys(data)
    .sort()
    .map((key) => `${key}=${valueText(data[key])}`)
    .join('&');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === 'null' || value === 'undefined') return '';
  return typeof value === 'object' ? JSON.stringify(inOrder(value)) : String(value);
}

/** The same list with the keys of the objects in it in order. */
function inOrder(value: object): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}
