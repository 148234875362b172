import { fail, type Moment, newId, ok, Prisma, type Result, type Tx } from '@baunghe/db';
import {
  CHALLENGE_MS,
  counterOfSigned,
  type KeptKey,
  type Made,
  madeKey,
  type PasskeySite,
  type Signed,
  type ToMake,
  type ToSign,
  toMake,
  toSign,
} from './webauthn.ts';

const MOST_PASSKEYS = 10;
/**
 * Several may be under way at a door at once. What is beyond that is somebody who fills the table: then the oldest give
 * way, so that nobody is kept out who signs at once.
 */
const MOST_OPEN = 2_000;

/** Where a door keeps its keys and challenges: what is kept for one opens nothing at the other. */
const KEPT_FOR = {
  shop: kept('buyer_passkey', 'buyer_challenge', { table: 'buyer', id: 'buyerId' }, 'device'),
  office: kept('staff_passkey', 'staff_challenge', { table: 'user', id: 'userId' }, 'name'),
} as const;

/** Whose passkeys: a buyer's, or those of somebody of the office. */
export interface Holder {
  door: keyof typeof KEPT_FOR;
  id: string;
}

/** A passkey as its holder sees it; `name` is its device, or what its holder calls it. */
interface PasskeyRow {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** Why a passkey is not taken. All that can be wrong with what was signed is one answer. */
type PasskeyRefusal = { code: 'passkey_refused' } | { code: 'enough_passkeys' };

type Begun<Options> = { challengeId: string; options: Options };

/** A holder's passkeys, the newest first. */
export function passkeysOf(tx: Tx, { door, id }: Holder): Promise<PasskeyRow[]> {
  const { keys, holderId, name } = KEPT_FOR[door];
  return tx.$queryRaw<PasskeyRow[]>`
    SELECT "id", ${name} AS "name", "createdAt", "usedAt" FROM ${keys}
    WHERE ${holderId} = ${id} ORDER BY "createdAt" DESC, "id"`;
}

/** What a browser needs to make a passkey for its holder (WebAuthn Level 3, 5.4). */
export async function beginPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  holder: Holder & { name: string; displayName: string },
): Promise<Begun<ToMake>> {
  const { keys, holderId } = KEPT_FOR[holder.door];
  const known = await tx.$queryRaw<{ id: string; transports: string[] }[]>`
    SELECT "id", "transports" FROM ${keys} WHERE ${holderId} = ${holder.id}`;
  const options = await toMake(moment, site, { ...holder, known });
  return { challengeId: await keepChallenge(tx, moment, options.challenge, holder), options };
}

/** Keeps the passkey that a browser has made, once what it signed holds. */
export async function addPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  { door, id }: Holder,
  made: { challengeId: string; response: Made; name: string },
): Promise<Result<undefined, PasskeyRefusal>> {
  const { keys, holders, holderId, name } = KEPT_FOR[door];
  const challenge = await takeChallenge(tx, moment.now, made.challengeId, { door, id });
  const key = challenge && (await madeKey(site, challenge, made.response));
  if (!key) return fail({ code: 'passkey_refused' });
  // Of two at once the second sees the first.
  await tx.$queryRaw`SELECT FROM ${holders} WHERE "id" = ${id} FOR NO KEY UPDATE`;
  if ((await passkeysOf(tx, { door, id })).length >= MOST_PASSKEYS) return fail({ code: 'enough_passkeys' });
  const added = await tx.$executeRaw`
    INSERT INTO ${keys} ("id", ${holderId}, "publicKey", "counter", "transports", ${name}, "createdAt")
    VALUES (${key.id}, ${id}, ${key.publicKey}, ${key.counter}, ${key.transports}, ${made.name}, ${moment.now})
    ON CONFLICT DO NOTHING`;
  return added === 1 ? ok(undefined) : fail({ code: 'passkey_refused' });
}

/** Who is to sign: somebody who is signed in and proves it again; without an `id` whoever signs in. */
interface Signer {
  door: Holder['door'];
  id: string | null;
}

/** What a browser needs to sign by a passkey of this site; whose it is the passkey says. */
export async function askToSign(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  { door, id }: Signer,
): Promise<Begun<ToSign>> {
  const { keys, challenges, holderId } = KEPT_FOR[door];
  // Only those of strangers: whoever is signed in is kept out by nobody who is not.
  if (id === null)
    await tx.$executeRaw`
      DELETE FROM ${challenges} WHERE "id" IN (
        SELECT "id" FROM ${challenges} WHERE ${holderId} IS NULL ORDER BY "expiresAt" DESC, "id" DESC OFFSET ${MOST_OPEN - 1})`;
  const known = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM ${keys} WHERE ${holderId} = ${id}`;
  const options = await toSign(moment, site, known);
  return { challengeId: await keepChallenge(tx, moment, options.challenge, { door, id }), options };
}

/** Whose passkey has signed, with its owner verified; null for all that does not hold. */
export async function signerOf(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  signer: Signer,
  { challengeId, response }: { challengeId: string; response: Signed },
): Promise<string | null> {
  const { keys, holderId } = KEPT_FOR[signer.door];
  const challenge = await takeChallenge(tx, moment.now, challengeId, signer);
  if (!challenge) return null;
  const [found] = await tx.$queryRaw<(KeptKey & { holder: string })[]>`
    SELECT "id", "publicKey", "counter", ${holderId} AS holder FROM ${keys} WHERE "id" = ${response.id} FOR UPDATE`;
  if (!found || (signer.id !== null && found.holder !== signer.id)) return null;
  if (!namesHolder(response, found.holder, signer.id === null)) return null;
  const counter = await counterOfSigned(site, challenge, response, found);
  if (counter === null) return null;
  await tx.$executeRaw`
    UPDATE ${keys} SET "counter" = ${counter}, "usedAt" = ${moment.now} WHERE "id" = ${found.id}`;
  return found.holder;
}

/** Whether the passkey says itself whose it is; it must where nobody is signed in (WebAuthn Level 3, 7.2 step 6). */
function namesHolder({ response: { userHandle } }: Signed, holder: string, isMust: boolean): boolean {
  if (!userHandle) return !isMust;
  return userHandle === Buffer.from(holder).toString('base64url');
}

/** Whose passkey an id is, whatever was signed; null: nobody's. */
export async function ownerOfPasskey(tx: Tx, door: Holder['door'], id: string): Promise<string | null> {
  const { keys, holderId } = KEPT_FOR[door];
  const [found] = await tx.$queryRaw<{ holder: string }[]>`
    SELECT ${holderId} AS holder FROM ${keys} WHERE "id" = ${id}`;
  return found?.holder ?? null;
}

/** Takes a passkey of the holder's own away; without an `id` all of them, whose devices are lost. Tells how many there were. */
export function dropPasskeys(tx: Tx, holder: Holder, id: string | null): Promise<number> {
  const { keys, holderId } = KEPT_FOR[holder.door];
  return tx.$executeRaw`
    DELETE FROM ${keys} WHERE ${holderId} = ${holder.id} AND (${id}::text IS NULL OR "id" = ${id})`;
}

async function keepChallenge(
  tx: Tx,
  moment: Moment,
  challenge: string,
  { door, id }: Signer,
): Promise<string> {
  const { challenges, holderId } = KEPT_FOR[door];
  const challengeId = newId('pch', moment);
  const expiresAt = new Date(moment.now.getTime() + CHALLENGE_MS);
  await tx.$executeRaw`
    INSERT INTO ${challenges} ("id", "challenge", ${holderId}, "expiresAt")
    VALUES (${challengeId}, ${challenge}, ${id}, ${expiresAt})`;
  return challengeId;
}

/** A challenge is signed once: asking for it uses it up. */
async function takeChallenge(
  tx: Tx,
  now: Date,
  challengeId: string,
  { door, id }: Signer,
): Promise<string | null> {
  const { challenges, holderId } = KEPT_FOR[door];
  const [taken] = await tx.$queryRaw<{ challenge: string }[]>`
    DELETE FROM ${challenges}
    WHERE "id" = ${challengeId} AND ${holderId} IS NOT DISTINCT FROM ${id} AND "expiresAt" > ${now} RETURNING "challenge"`;
  return taken?.challenge ?? null;
}

function kept(keys: string, challenges: string, holder: { table: string; id: string }, name: string) {
  const named = (word: string) => Prisma.raw(`"${word}"`);
  return {
    ...{ keys: named(keys), challenges: named(challenges), name: named(name) },
    ...{ holders: named(holder.table), holderId: named(holder.id) },
  };
}
