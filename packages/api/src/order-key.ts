import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key in the address of an order's page: 128 bits that only this server can make from the order's code. */
export function orderKey(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`order-page:${code}`).digest('base64url').slice(0, 22);
}

/** Whether a key opens an order's page. */
export function opensOrder(secret: string, code: string, key: string): boolean {
  const right = Buffer.from(orderKey(secret, code));
  const given = Buffer.from(key);
  return right.length === given.length && timingSafeEqual(right, given);
}
