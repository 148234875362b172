import { createHash } from 'node:crypto';
import type { BizTransaction } from './event.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Names an order in events, as `urn:epcglobal:cbv:bt:{gln}:{id}` (CBV 2.0, 8.5.2). The id is 100 bits of the SHA-256 of
 * the order's internal id, which holds 65 random bits: it leads nobody to the order's code, page or buyer, and whoever
 * knows the order can still tell which events are its own.
 */
export function purchaseOrder(gln: string, orderId: string): BizTransaction {
  return { type: 'po', bizTransaction: transactionUri(gln, digest(`order:${orderId}`)) };
}

/** Names a despatch by the SSCC of its load. */
export function despatch(gln: string, sscc: string): BizTransaction {
  return { type: 'desadv', bizTransaction: transactionUri(gln, sscc) };
}

function transactionUri(gln: string, id: string): string {
  return `urn:epcglobal:cbv:bt:${gln}:${id}`;
}

function digest(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 20);
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
