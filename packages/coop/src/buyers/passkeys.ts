import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { maskPhone } from '../phone-number.ts';
import {
  CHALLENGE_MS,
  counterOfSigned,
  type Made,
  madeKey,
  type PasskeySite,
  type Signed,
  type ToMake,
  type ToSign,
  toMake,
  toSign,
} from '../webauthn.ts';
import type { Buyer } from './buyer-session.ts';

const MOST_PASSKEYS = 10;
/** Several may be under way in a shop at once; what is beyond that is somebody who fills the table. */
const MOST_OPEN = 2_000;

/** A passkey as its buyer sees it. */
export interface PasskeyRow {
  id: string;
  device: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** Why a passkey is not taken. All that can be wrong with what was signed is one answer. */
export type PasskeyRefusal = { code: 'passkey_refused' } | { code: 'enough_passkeys' };

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
): Promise<{ challengeId: string; options: ToMake }> {
  const known = await tx.buyerPasskey.findMany({ where: { buyerId: buyer.id } });
  const options = await toMake(moment, site, {
    ...{ id: buyer.id, name: maskPhone(buyer.phone), displayName: buyer.name, known },
  });
  return { challengeId: await keepChallenge(tx, moment, options.challenge, buyer.id), options };
}

/** Keeps the passkey that a browser has made, once what it signed holds. */
export async function addPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  buyer: Buyer,
  made: { challengeId: string; response: Made; device: string },
): Promise<Result<undefined, PasskeyRefusal>> {
  const challenge = await takeChallenge(tx, moment.now, made.challengeId, buyer.id);
  if (!challenge) return fail({ code: 'passkey_refused' });
  const key = await madeKey(site, challenge, made.response);
  if (!key) return fail({ code: 'passkey_refused' });
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyer.id} FOR NO KEY UPDATE`;
  if ((await tx.buyerPasskey.count({ where: { buyerId: buyer.id } })) >= MOST_PASSKEYS)
    return fail({ code: 'enough_passkeys' });
  const row = { ...key, buyerId: buyer.id, device: made.device, createdAt: moment.now };
  const added = await tx.buyerPasskey.createMany({ data: [row], skipDuplicates: true });
  return added.count === 1 ? ok(undefined) : fail({ code: 'passkey_refused' });
}

/** What a browser needs to sign in by any passkey of this site; whose it is the passkey says. */
export async function beginEntry(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
): Promise<{ challengeId: string; options: ToSign } | null> {
  if ((await tx.buyerChallenge.count({ where: { expiresAt: { gt: moment.now } } })) >= MOST_OPEN) return null;
  const options = await toSign(moment, site);
  return { challengeId: await keepChallenge(tx, moment, options.challenge, null), options };
}

/** Whose passkey has signed the challenge; null for all that does not hold. */
export async function buyerOfPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  signed: { challengeId: string; response: Signed },
): Promise<{ buyerId: string } | null> {
  const challenge = await takeChallenge(tx, moment.now, signed.challengeId, null);
  if (!challenge) return null;
  await tx.$queryRaw`SELECT FROM "buyer_passkey" WHERE "id" = ${signed.response.id} FOR UPDATE`;
  const kept = await tx.buyerPasskey.findUnique({ where: { id: signed.response.id } });
  if (!kept) return null;
  const counter = await counterOfSigned(site, challenge, signed.response, kept);
  if (counter === null) return null;
  await tx.buyerPasskey.update({ where: { id: kept.id }, data: { counter, usedAt: moment.now } });
  return { buyerId: kept.buyerId };
}

/** Takes a passkey of the buyer's own away. */
export async function dropPasskey(tx: Tx, buyerId: string, id: string): Promise<void> {
  await tx.buyerPasskey.deleteMany({ where: { id, buyerId } });
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
