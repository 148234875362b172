import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export function sameSecret(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Whether a hexadecimal HMAC-SHA256 is that of these bytes under this key. */
export function isHmac(key: string, signed: string, given: string): boolean {
  const right = createHmac('sha256', key).update(signed).digest();
  const read = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : Buffer.alloc(32);
  return timingSafeEqual(right, read);
}
