/**
 * Whether `signature` is the Ed25519 signature (RFC 8032) of `message` by the holder of `publicKey`; false for keys and
 * signatures that are none. Where WebCrypto knows no Ed25519, ours is loaded. @throws Error where there is no WebCrypto.
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
): Promise<boolean> {
  if (!hasWebCrypto()) throw new Error('no WebCrypto here: a page that did not come by https');
  const { subtle } = globalThis.crypto;
  try {
    const key = await subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, Uint8Array.from(signature), message);
  } catch {
    // A browser older than Ed25519 in WebCrypto, or a key that is none, of which ours says so.
    const own = await import('./own-ed25519.ts');
    return own.verify(publicKey, message, signature);
  }
}

/** The Ed25519 signature of `message`: 64 bytes. `seed` is the private key's 32 bytes. */
export async function signEd25519(seed: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const own = await import('./own-ed25519.ts');
  return own.sign(seed, message);
}

/** The 32 bytes of the public key that belongs to a private one. */
export async function publicKeyOf(seed: Uint8Array): Promise<Uint8Array> {
  const own = await import('./own-ed25519.ts');
  return own.publicKeyOf(seed);
}

/** Whether signatures can be checked at all: browsers hold WebCrypto back from pages that did not come by https. */
export function hasWebCrypto(): boolean {
  const crypto: Partial<Crypto> | undefined = globalThis.crypto;
  return crypto?.subtle !== undefined;
}
