import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '@baunghe/db';

/** How far a gateway's clock, or the way here, may be off, in seconds. */
const MOST_DRIFT_S = 300;

/** Why a telling is not believed. */
export type SignatureRefusal =
  | { code: 'signature_missing' }
  | { code: 'signature_wrong' }
  | { code: 'timestamp_drift'; mostSeconds: number };

/**
 * Checks the signature of android-sms-gateway: `X-Signature` is the hexadecimal HMAC-SHA256, under the key that its app
 * shows, of the body as it came with `X-Timestamp` (Unix seconds of this very try) behind it.
 */
export function checkSignature(
  key: string,
  told: { body: string; signature: string; timestamp: string },
  now: Date,
): Result<void, SignatureRefusal> {
  if (told.signature === '' || told.timestamp === '') return fail({ code: 'signature_missing' });
  const expected = createHmac('sha256', key)
    .update(told.body + told.timestamp)
    .digest();
  const given = /^[0-9a-f]{64}$/i.test(told.signature)
    ? Buffer.from(told.signature, 'hex')
    : Buffer.alloc(32);
  if (!timingSafeEqual(expected, given)) return fail({ code: 'signature_wrong' });
  const drift = Math.abs(now.getTime() / 1000 - Number(told.timestamp));
  // What is no number is not near either.
  if (!(drift <= MOST_DRIFT_S)) return fail({ code: 'timestamp_drift', mostSeconds: MOST_DRIFT_S });
  return ok(undefined);
}
