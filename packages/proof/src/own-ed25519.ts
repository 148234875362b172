import { getPublicKeyAsync, signAsync, verifyAsync } from '@noble/ed25519';

/** Ed25519 where WebCrypto has none of its own, as strict as RFC 8032; of WebCrypto it needs SHA-512. */
export async function verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

export function sign(seed: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  return signAsync(message, seed);
}

export function publicKeyOf(seed: Uint8Array): Promise<Uint8Array> {
  return getPublicKeyAsync(seed);
}
