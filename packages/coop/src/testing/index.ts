import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

/** User present, user verified; and that a credential's data follow (WebAuthn Level 3, 6.1). */
const VERIFIED = 0x05;
const ATTESTED = 0x40;

/** A telephone that makes one passkey and signs with it, as far as a server sees one (ES256, attestation `none`). */
export function anAuthenticator(rpId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const named = {
    id: base64(id),
    rawId: base64(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
  };
  const dataOf = (flags: number, counter: number, more: Uint8Array = new Uint8Array()) =>
    Buffer.concat([sha256(rpId), Buffer.from([flags, 0, 0, 0, counter]), more]);
  const clientOf = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  /** Whose it was made for, as it says itself whenever it signs. */
  let userHandle = '';
  return {
    make(challenge: string, origin: string, user: string) {
      userHandle = user;
      // A COSE_Key in CBOR: kty EC2, alg ES256, crv P-256, x, y.
      const head = (bytes: number[], value: string) =>
        Buffer.concat([Buffer.from(bytes), Buffer.from(value, 'base64url')]);
      const point = [head([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], x), head([0x22, 0x58, 32], y)];
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, ...point]);
      const authData = dataOf(VERIFIED | ATTESTED, 0, credential);
      const word = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0])],
        ...[word('authData'), Buffer.from([0x58, authData.length]), authData],
      ]);
      const clientDataJSON = base64(clientOf('webauthn.create', challenge, origin));
      return { ...named, response: { clientDataJSON, attestationObject: base64(attestation) } };
    },
    sign(challenge: string, origin: string, { counter = 0, flags = VERIFIED } = {}) {
      const client = clientOf('webauthn.get', challenge, origin);
      const data = dataOf(flags, counter);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = { clientDataJSON: base64(client), authenticatorData: base64(data) };
      return { ...named, response: { ...response, userHandle, signature: base64(signature) } };
    },
  };
}
