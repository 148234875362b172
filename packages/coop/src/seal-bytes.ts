import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Moment } from '@baunghe/db';

/** What is sealed: each kind under a key of its own. */
export type SealedKind = 'application-paper' | 'certificate-copy';

const NONCE = 12;
const TAG = 16;

/** Seals bytes by AES-256-GCM with the server's secret: whoever has the database alone, or a copy of it, sees nothing. */
export function sealBytes(
  { random }: Moment,
  secret: string,
  kind: SealedKind,
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, kind), nonce);
  const parts = [nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

/** Opens what was sealed under the same secret; null where it was another. */
export function openBytes(
  secret: string,
  kind: SealedKind,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, kind), sealed.slice(0, NONCE));
  decipher.setAuthTag(sealed.slice(-TAG));
  try {
    const open = [decipher.update(sealed.slice(NONCE, -TAG)), decipher.final()];
    return new Uint8Array(Buffer.concat(open));
  } catch {
    return null;
  }
}

const keyOf = (secret: string, kind: SealedKind) => Buffer.from(hkdfSync('sha256', secret, '', kind, 32));
