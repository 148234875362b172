import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { maskPhone } from '../phone-number.ts';
import type { Buyer } from './buyer-session.ts';

const CHALLENGE_MS = 5 * 60_000;
const MOST_PASSKEYS = 10;
/** Several may be under way in a shop at once; what is beyond that is somebody who fills the table. */
const MOST_OPEN = 2_000;

/** The site whose passkeys these are: the domain they are bound to, and the origin that may ask for them. */
export interface PasskeySite {
  rpId: string;
  origin: string;
  name: string;
}

/** A passkey as its buyer sees it. */
export interface PasskeyRow {
  id: string;
  device: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** Why a passkey is not taken. All that can be wrong with what was signed is one answer. */
export type PasskeyRefusal = { code: 'passkey_refused' } | { code: 'enough_passkeys' };

/** The site of an address such as https://shop.example. */
export function passkeySite(publicUrl: string, name: string): PasskeySite {
  const { hostname, origin } = new URL(publicUrl);
  return { rpId: hostname, origin, name };
}

/** A buyer's passkeys, the newest first. */
export function passkeysOf(tx: Tx, buyerId: string): Promise<PasskeyRow[]> {
  return tx.buyerPasskey.findMany({
    where: { buyerId },
    orderBy: { createdAt: 'desc' },
    select: { id: true, device: true, createdAt: true, usedAt: true },
  });
}

/** What a browser needs to make a passkey for the buyer (WebAuthn Level 3, 5.4). */
export async function beginPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  buyer: Buyer,
): Promise<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const known = await tx.buyerPasskey.findMany({ where: { buyerId: buyer.id } });
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userID: new TextEncoder().encode(buyer.id),
    userName: maskPhone(buyer.phone),
    userDisplayName: buyer.name,
    challenge: new Uint8Array(moment.random(32)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challengeId: await keepChallenge(tx, moment, options.challenge, buyer.id), options };
}

/** Keeps the passkey that a browser has made, once what it signed holds. */
export async function addPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  buyer: Buyer,
  made: { challengeId: string; response: RegistrationResponseJSON; device: string },
): Promise<Result<undefined, PasskeyRefusal>> {
  const challenge = await takeChallenge(tx, moment.now, made.challengeId, buyer.id);
  if (!challenge) return fail({ code: 'passkey_refused' });
  const verified = await orNull(verifyRegistrationResponse(expected(site, challenge, made)));
  if (!verified?.verified) return fail({ code: 'passkey_refused' });
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyer.id} FOR NO KEY UPDATE`;
  if ((await tx.buyerPasskey.count({ where: { buyerId: buyer.id } })) >= MOST_PASSKEYS)
    return fail({ code: 'enough_passkeys' });
  const kept = { id, buyerId: buyer.id, publicKey: new Uint8Array(publicKey), counter: BigInt(counter) };
  const row = { ...kept, transports: transports.slice(0, 8), device: made.device, createdAt: moment.now };
  const added = await tx.buyerPasskey.createMany({ data: [row], skipDuplicates: true });
  return added.count === 1 ? ok(undefined) : fail({ code: 'passkey_refused' });
}

/** What a browser needs to sign in by any passkey of this site; whose it is the passkey says. */
export async function beginEntry(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON } | null> {
  if ((await tx.buyerChallenge.count({ where: { expiresAt: { gt: moment.now } } })) >= MOST_OPEN) return null;
  const challenge = new Uint8Array(moment.random(32));
  const options = await generateAuthenticationOptions({
    rpID: site.rpId,
    challenge,
    userVerification: 'required',
  });
  return { challengeId: await keepChallenge(tx, moment, options.challenge, null), options };
}

/** Whose passkey has signed the challenge; null for all that does not hold. */
export async function buyerOfPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  signed: { challengeId: string; response: AuthenticationResponseJSON },
): Promise<{ buyerId: string } | null> {
  const challenge = await takeChallenge(tx, moment.now, signed.challengeId, null);
  if (!challenge) return null;
  await tx.$queryRaw`SELECT FROM "buyer_passkey" WHERE "id" = ${signed.response.id} FOR UPDATE`;
  const kept = await tx.buyerPasskey.findUnique({ where: { id: signed.response.id } });
  if (!kept) return null;
  const credential = {
    id: kept.id,
    publicKey: new Uint8Array(kept.publicKey),
    counter: Number(kept.counter),
  };
  const verified = await orNull(
    verifyAuthenticationResponse({ ...expected(site, challenge, signed), credential }),
  );
  if (!verified?.verified) return null;
  const counter = BigInt(verified.authenticationInfo.newCounter);
  await tx.buyerPasskey.update({ where: { id: kept.id }, data: { counter, usedAt: moment.now } });
  return { buyerId: kept.buyerId };
}

/** Takes a passkey of the buyer's own away. */
export async function dropPasskey(tx: Tx, buyerId: string, id: string): Promise<void> {
  await tx.buyerPasskey.deleteMany({ where: { id, buyerId } });
}

function expected<R>(site: PasskeySite, expectedChallenge: string, { response }: { response: R }) {
  return {
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  };
}

async function keepChallenge(
  tx: Tx,
  moment: Moment,
  challenge: string,
  buyerId: string | null,
): Promise<string> {
  const id = newId('pch', moment);
  const expiresAt = new Date(moment.now.getTime() + CHALLENGE_MS);
  await tx.buyerChallenge.create({ data: { id, challenge, buyerId, expiresAt } });
  return id;
}

/** A challenge is signed once: asking for it uses it up. */
async function takeChallenge(tx: Tx, now: Date, id: string, buyerId: string | null): Promise<string | null> {
  const [taken] = await tx.$queryRaw<{ challenge: string }[]>`
    DELETE FROM "buyer_challenge"
    WHERE "id" = ${id} AND "buyerId" IS NOT DISTINCT FROM ${buyerId} AND "expiresAt" > ${now} RETURNING "challenge"`;
  return taken?.challenge ?? null;
}

/** The library throws for whatever does not hold; who sent it is told nothing more. */
async function orNull<T>(verifying: Promise<T>): Promise<T | null> {
  try {
    return await verifying;
  } catch {
    return null;
  }
}
