import { formatVerifierKey, type SignerKey, signEd25519 } from '@baunghe/proof';
import type { LogSigner } from './seal-events.ts';

/** A signature over a payload that is kept beside it: a JWS in JSON form, detached (RFC 7515, 7.2.1 and appendix F). */
export interface Jws {
  signatures: { protected: string; signature: string }[];
}

/** Signs bytes with every key of the log. */
export type SignPayload = (payload: Uint8Array) => Promise<Jws>;

/**
 * Hands out the act of signing, never the keys. What is signed is `header.payload` in base64url: one line without the
 * newline that every signed note ends with, so that no payload can pass for a head of the log.
 */
export function signerOfPayloads({ keys }: LogSigner): SignPayload {
  return async (payload) => ({
    signatures: await Promise.all(keys.map((key) => signatureBy(key, base64url(payload)))),
  });
}

/** EdDSA with Ed25519 (RFC 8037); `kid` is the key's line in /log/key. */
async function signatureBy(key: SignerKey, payload: string): Promise<Jws['signatures'][number]> {
  const header = base64url(Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: formatVerifierKey(key) })));
  const signature = await signEd25519(key.seed, Buffer.from(`${header}.${payload}`));
  return { protected: header, signature: base64url(signature) };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
