import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, joined, toBase64, utf8 } from './bytes.ts';
import { publicKeyOf } from './ed25519.ts';
import { fail, ok, type Result } from './result.ts';

/** What a key signs: the text of a note, or a witness's statement of having seen a checkpoint at a time. */
export type KeyUse = 'note' | 'cosignature';

/** A key whose signatures are trusted, under a name. */
export interface VerifierKey {
  name: string;
  use: KeyUse;
  /** The first four bytes of a hash over name, use and key: tells keys apart, proves nothing. */
  id: number;
  publicKey: Uint8Array;
}

/** A key that signs. `seed` is secret. */
export interface SignerKey extends VerifierKey {
  seed: Uint8Array;
}

/** Why a text is no key: not of the form, an id that is not that of name and key, or another kind of signature. */
export type KeyError =
  | { code: 'malformed_key' }
  | { code: 'wrong_key_id' }
  | { code: 'unknown_signature_type' };

/** Gives `count` unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array;

const SIGNATURE_TYPES: Record<KeyUse, number> = { note: 0x01, cosignature: 0x04 };
const KEY_BYTES = 32;
const PRIVATE = 'PRIVATE+KEY+';

/** Reads a verifier key, `name+id+key`: c2sp.org/signed-note, verifier keys. */
export function parseVerifierKey(text: string): Result<VerifierKey, KeyError> {
  const parts = readParts(text);
  if (!parts.ok) return parts;
  const { name, use, id, key } = parts.value;
  return keyId(name, use, key) === id
    ? ok({ name, use, id, publicKey: key })
    : fail({ code: 'wrong_key_id' });
}

/** A key as `parseVerifierKey` reads it. Holds nothing secret, also when given a signer's key. */
export function formatVerifierKey({ name, use, id, publicKey }: VerifierKey): string {
  return formatParts(name, use, id, publicKey);
}

/** Reads a signer key, `PRIVATE+KEY+name+id+seed`, as Go's golang.org/x/mod/sumdb/note writes it. */
export async function parseSignerKey(text: string): Promise<Result<SignerKey, KeyError>> {
  if (!text.startsWith(PRIVATE)) return fail({ code: 'malformed_key' });
  const parts = readParts(text.slice(PRIVATE.length));
  if (!parts.ok) return parts;
  const { name, use, id, key: seed } = parts.value;
  const publicKey = await publicKeyOf(seed);
  return keyId(name, use, publicKey) === id
    ? ok({ name, use, id, publicKey, seed })
    : fail({ code: 'wrong_key_id' });
}

/** A signer's key as `parseSignerKey` reads it: secret. */
export function formatSignerKey({ name, use, id, seed }: SignerKey): string {
  return PRIVATE + formatParts(name, use, id, seed);
}

/** Makes a new key. @throws RangeError for a name that no key may have. */
export async function newSignerKey(name: string, use: KeyUse, random: RandomBytes): Promise<SignerKey> {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${name}`);
  const seed = random(KEY_BYTES);
  const publicKey = await publicKeyOf(seed);
  return { name, use, id: keyId(name, use, publicKey), publicKey, seed };
}

/** Whether a key may be called so: no space, no plus. */
export function isKeyName(name: string): boolean {
  return /^[^+\p{White_Space}\p{Cs}]+$/u.test(name);
}

function keyId(name: string, use: KeyUse, publicKey: Uint8Array): number {
  const hash = sha256(joined(utf8(`${name}\n`), Uint8Array.of(SIGNATURE_TYPES[use]), publicKey));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

function readParts(
  text: string,
): Result<{ name: string; use: KeyUse; id: number; key: Uint8Array }, KeyError> {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const bytes = fromBase64(parts?.[3] ?? '');
  const name = parts?.[1] ?? '';
  if (!parts || !bytes?.length || !isKeyName(name)) return fail({ code: 'malformed_key' });
  const use = (['note', 'cosignature'] as const).find((each) => SIGNATURE_TYPES[each] === bytes[0]);
  if (!use) return fail({ code: 'unknown_signature_type' });
  if (bytes.length !== 1 + KEY_BYTES) return fail({ code: 'malformed_key' });
  return ok({ name, use, id: Number.parseInt(parts[2] as string, 16), key: bytes.slice(1) });
}

function formatParts(name: string, use: KeyUse, id: number, key: Uint8Array): string {
  const bytes = joined(Uint8Array.of(SIGNATURE_TYPES[use]), key);
  return `${name}+${id.toString(16).padStart(8, '0')}+${toBase64(bytes)}`;
}
