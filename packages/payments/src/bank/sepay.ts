import { fail, ok, type Result } from '@baunghe/db';
import { amountOf, instantOf, jsonObject, malformed, type TellingOfLine, textOf } from './bank-line.ts';
import type { FeedPost, FeedRefusal } from './feed-post.ts';
import { isHmac, sameSecret } from './feed-signature.ts';

/** How a SePay webhook shows who it is; each that is set must be right. */
export interface SepayKeys {
  by: 'sepay';
  /** Sent as `Authorization: Apikey …`. */
  apiKey?: string | undefined;
  /** Signs the time and the body. */
  secret?: string | undefined;
}

/** How far SePay's clock, or the way here, may be off, in seconds. */
const MOST_DRIFT_S = 300;

/**
 * Whether SePay sent it: its API key, and (or) the HMAC-SHA256 over `{X-SePay-Timestamp}.{body}`, told within five
 * minutes (developer.sepay.vn/en/sepay-webhooks/xac-thuc and /bao-mat). The timestamp is in seconds since 1970: so do
 * all take it who publish code for that header.
 */
export function checkSepay(keys: SepayKeys, post: FeedPost, now: Date): Result<void, FeedRefusal> {
  if (keys.apiKey !== undefined) {
    if (post.authorization === '') return fail({ code: 'signature_missing' });
    const given = /^Apikey\s+(\S+)\s*$/i.exec(post.authorization)?.[1] ?? '';
    if (!sameSecret(given, keys.apiKey)) return fail({ code: 'signature_wrong' });
  }
  if (keys.secret === undefined) return ok(undefined);
  if (post.signature === '' || post.timestamp === '') return fail({ code: 'signature_missing' });
  const given = /^sha256=(.*)$/i.exec(post.signature)?.[1] ?? '';
  if (!isHmac(keys.secret, `${post.timestamp}.${post.body}`, given)) return fail({ code: 'signature_wrong' });
  const drift = Math.abs(now.getTime() / 1000 - Number(post.timestamp));
  // What is no number is not near either.
  if (!(drift <= MOST_DRIFT_S)) return fail({ code: 'timestamp_drift', mostSeconds: MOST_DRIFT_S });
  return ok(undefined);
}

/** Reads what a SePay webhook tells of; its `id` is what counts once. */
export function readSepay(body: string): Result<TellingOfLine, FeedRefusal> {
  const read = jsonObject(body);
  if (!read.ok) return read;
  const { id, transferType, transferAmount, transactionDate, ...rest } = read.value;
  const told = textOf(id, 100);
  if (told === '') return malformed('id');
  if (transferType !== 'in' && transferType !== 'out') return malformed('transferType');
  const amount = amountOf(transferAmount, 'transferAmount');
  if (!amount.ok) return amount;
  const at = instantOf(transactionDate, 'transactionDate');
  if (!at.ok) return at;
  return ok({
    told,
    direction: transferType,
    amount: amount.value,
    account: textOf(rest.accountNumber, 40) || null,
    subAccount: textOf(rest.subAccount, 40) || null,
    content: textOf(rest.content) || textOf(rest.description),
    code: textOf(rest.code, 40) || null,
    reference: textOf(rest.referenceCode, 100),
    at: at.value,
  });
}
