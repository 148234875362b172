import { joined, utf8 } from './bytes.ts';
import { signEd25519, verifyEd25519 } from './ed25519.ts';

/** What a witness adds to a checkpoint: when it saw it, in seconds since 1970, and its signature over both. */
export interface Cosignature {
  time: number;
  signature: Uint8Array;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** Reads the bytes of a `cosignature/v1`, c2sp.org/tlog-cosignature; null when they are none. */
export function readCosignature(bytes: Uint8Array): Cosignature | null {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, signature: bytes.subarray(TIME_BYTES) } : null;
}

/** Whether the witness with this key saw the checkpoint of this text at the time that the cosignature says. */
export function verifyCosignature(text: string, { time, signature }: Cosignature, publicKey: Uint8Array) {
  return verifyEd25519(publicKey, cosigned(text, time), signature);
}

/** The bytes of a cosignature over a checkpoint's text. */
export async function signCosignature(text: string, seed: Uint8Array, time: number): Promise<Uint8Array> {
  const seconds = new Uint8Array(TIME_BYTES);
  new DataView(seconds.buffer).setBigUint64(0, BigInt(time));
  return joined(seconds, await signEd25519(seed, cosigned(text, time)));
}

function cosigned(text: string, time: number): Uint8Array<ArrayBuffer> {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}
