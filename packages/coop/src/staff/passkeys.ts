import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import type { PasskeyRefusal } from '../buyers/passkeys.ts';
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

const MOST_PASSKEYS = 10;
const MOST_OPEN = 2_000;

/** A passkey of somebody of the office, as they see it. */
export interface StaffPasskeyRow {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** A person's passkeys, the newest first. */
export function staffPasskeys(tx: Tx, userId: string): Promise<StaffPasskeyRow[]> {
  return tx.staffPasskey.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, usedAt: true },
  });
}

/** What a browser needs to make a passkey for somebody of the office. */
export async function beginStaffPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  person: { userId: string; name: string },
): Promise<{ challengeId: string; options: ToMake }> {
  const known = await tx.staffPasskey.findMany({ where: { userId: person.userId } });
  const { userId: id, name } = person;
  const options = await toMake(moment, site, { id, name, displayName: name, known });
  return { challengeId: await keepChallenge(tx, moment, options.challenge, id), options };
}

/** Keeps the passkey that a browser has made, by the name that its owner gives it. */
export async function addStaffPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  userId: string,
  made: { challengeId: string; response: Made; name: string },
): Promise<Result<undefined, PasskeyRefusal>> {
  const challenge = await takeChallenge(tx, moment.now, made.challengeId, userId);
  const key = challenge && (await madeKey(site, challenge, made.response));
  if (!key) return fail({ code: 'passkey_refused' });
  // Of two at once the second sees the first.
  await tx.$queryRaw`SELECT FROM "user" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
  if ((await tx.staffPasskey.count({ where: { userId } })) >= MOST_PASSKEYS)
    return fail({ code: 'enough_passkeys' });
  const row = { ...key, userId, name: made.name, createdAt: moment.now };
  const added = await tx.staffPasskey.createMany({ data: [row], skipDuplicates: true });
  return added.count === 1 ? ok(undefined) : fail({ code: 'passkey_refused' });
}

/** What a browser needs to sign in to the office by a passkey; whose it is the passkey says. */
export async function beginStaffEntry(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
): Promise<{ challengeId: string; options: ToSign } | null> {
  if ((await tx.staffChallenge.count({ where: { expiresAt: { gt: moment.now } } })) >= MOST_OPEN) return null;
  const options = await toSign(moment, site);
  return { challengeId: await keepChallenge(tx, moment, options.challenge, null), options };
}

/** Whose passkey has signed the challenge, with its owner verified; null for all that does not hold. */
export async function personOfPasskey(
  tx: Tx,
  moment: Moment,
  site: PasskeySite,
  signed: { challengeId: string; response: Signed },
): Promise<{ userId: string } | null> {
  const challenge = await takeChallenge(tx, moment.now, signed.challengeId, null);
  if (!challenge) return null;
  await tx.$queryRaw`SELECT FROM "staff_passkey" WHERE "id" = ${signed.response.id} FOR UPDATE`;
  const kept = await tx.staffPasskey.findUnique({ where: { id: signed.response.id } });
  if (!kept) return null;
  const counter = await counterOfSigned(site, challenge, signed.response, kept);
  if (counter === null) return null;
  await tx.staffPasskey.update({ where: { id: kept.id }, data: { counter, usedAt: moment.now } });
  return { userId: kept.userId };
}

/** Whose passkey an id is, whatever was signed; null: nobody's. */
export async function ownerOfPasskey(tx: Tx, id: string): Promise<string | null> {
  const kept = await tx.staffPasskey.findUnique({ where: { id }, select: { userId: true } });
  return kept?.userId ?? null;
}

/** Takes a passkey of one's own away. */
export async function dropStaffPasskey(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.staffPasskey.deleteMany({ where: { id, userId } });
}

/** Takes all passkeys of somebody away whose device is lost; tells how many there were. */
export async function dropAllStaffPasskeys(tx: Tx, userId: string): Promise<number> {
  return (await tx.staffPasskey.deleteMany({ where: { userId } })).count;
}

async function keepChallenge(
  tx: Tx,
  moment: Moment,
  challenge: string,
  userId: string | null,
): Promise<string> {
  const id = newId('pch', moment);
  const expiresAt = new Date(moment.now.getTime() + CHALLENGE_MS);
  await tx.staffChallenge.create({ data: { id, challenge, userId, expiresAt } });
  return id;
}

/** A challenge is signed once: asking for it uses it up. */
async function takeChallenge(tx: Tx, now: Date, id: string, userId: string | null): Promise<string | null> {
  const [taken] = await tx.$queryRaw<{ challenge: string }[]>`
    DELETE FROM "staff_challenge"
    WHERE "id" = ${id} AND "userId" IS NOT DISTINCT FROM ${userId} AND "expiresAt" > ${now} RETURNING "challenge"`;
  return taken?.challenge ?? null;
}
