import type { Moment } from '@baunghe/db';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** Read when the first passkey is asked for: it takes 15 MB of memory. */
const library = () => import('@simplewebauthn/server');

/** How long a challenge may wait for its signature. */
export const CHALLENGE_MS = 5 * 60_000;

/** The site whose passkeys these are: the domain they are bound to, and the origin that may ask for them. */
export interface PasskeySite {
  rpId: string;
  origin: string;
  name: string;
}

/** What was made or signed in a browser, as it sends it. */
export type Made = RegistrationResponseJSON;
export type Signed = AuthenticationResponseJSON;
/** What a browser is asked. */
export type ToMake = PublicKeyCredentialCreationOptionsJSON;
export type ToSign = PublicKeyCredentialRequestOptionsJSON;

/** A key that is kept. */
export interface KeptKey {
  id: string;
  publicKey: Uint8Array;
  counter: bigint;
}

/** The site of an address such as https://shop.example. */
export function passkeySite(publicUrl: string, name: string): PasskeySite {
  const { hostname, origin } = new URL(publicUrl);
  return { rpId: hostname, origin, name };
}

/** What a browser needs to make a passkey: discoverable, its owner verified, no attestation (WebAuthn Level 3, 5.4). */
export async function toMake(
  moment: Moment,
  site: PasskeySite,
  owner: {
    id: string;
    name: string;
    displayName: string;
    known: readonly { id: string; transports: string[] }[];
  },
): Promise<ToMake> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.name,
    userDisplayName: owner.displayName,
    challenge: new Uint8Array(moment.random(32)),
    attestationType: 'none',
    excludeCredentials: owner.known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser needs to sign by a passkey of this site (5.5): one of those `known`, or any. */
export async function toSign(
  moment: Moment,
  site: PasskeySite,
  known: readonly { id: string }[],
): Promise<ToSign> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: new Uint8Array(moment.random(32)),
    allowCredentials: known.map(({ id }) => ({ id })),
    userVerification: 'required',
  });
}

/** The key that was made, ready to be kept; null where what was signed does not hold. */
export async function madeKey(site: PasskeySite, challenge: string, response: Made) {
  const { verifyRegistrationResponse } = await library();
  const verified = await orNull(verifyRegistrationResponse(expected(site, challenge, response)));
  if (!verified?.verified) return null;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const kept = { id, publicKey: new Uint8Array(publicKey), counter: BigInt(counter) };
  return { ...kept, transports: transports.slice(0, 8) };
}

/** The counter that a kept key has come to, once what it signed holds; null where it does not. */
export async function counterOfSigned(
  site: PasskeySite,
  challenge: string,
  response: Signed,
  kept: KeptKey,
): Promise<bigint | null> {
  const credential = {
    id: kept.id,
    publicKey: new Uint8Array(kept.publicKey),
    counter: Number(kept.counter),
  };
  const { verifyAuthenticationResponse } = await library();
  const verified = await orNull(
    verifyAuthenticationResponse({ ...expected(site, challenge, response), credential }),
  );
  return verified?.verified ? BigInt(verified.authenticationInfo.newCounter) : null;
}

function expected<R>(site: PasskeySite, expectedChallenge: string, response: R) {
  return {
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  };
}

/** The library throws for whatever does not hold; who sent it is told nothing more. */
async function orNull<T>(verifying: Promise<T>): Promise<T | null> {
  try {
    return await verifying;
  } catch {
    return null;
  }
}
