import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key in the address of an order's page: 128 bits that only this server can make from the order's code. */
export function orderKey(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`order-page:${code}`).digest('base64url').slice(0, 22);
}

/** The key in the address of the page of a request for much fruit. */
export function bulkKey(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`bulk-page:${code}`).digest('base64url').slice(0, 22);
}

/** Whether a key opens the page of a request. */
export function opensBulk(secret: string, code: string, key: string): boolean {
  return same(bulkKey(secret, code), key);
}

/** The key in the address of the page of an application to become a member. */
export function joinKey(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`join-page:${code}`).digest('base64url').slice(0, 22);
}

/** Whether a key opens the page of an application. */
export function opensJoin(secret: string, code: string, key: string): boolean {
  return same(joinKey(secret, code), key);
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A key as short as a message wants it, 60 bits in letters and digits, that leads to the order's page. */
export function shortOrderKey(secret: string, code: string): string {
  const bytes = createHmac('sha256', secret).update(`order-link:${code}`).digest().subarray(0, 12);
  return [...bytes].map((byte) => LETTERS[byte & 31]).join('');
}

/** Whether a short key leads to an order's page. */
export function opensShort(secret: string, code: string, key: string): boolean {
  return same(shortOrderKey(secret, code), key);
}

/** Whether a key opens an order's page. */
export function opensOrder(secret: string, code: string, key: string): boolean {
  return same(orderKey(secret, code), key);
}

function same(wanted: string, key: string): boolean {
  const [right, given] = [Buffer.from(wanted), Buffer.from(key)];
  return right.length === given.length && timingSafeEqual(right, given);
}
