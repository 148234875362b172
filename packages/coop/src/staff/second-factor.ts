import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { base32, keyUri, stepOfCode } from './totp.ts';

const SECRET_BYTES = 20;
const RECOVERY_CODES = 8;
/** How long a code that was given opens money to its session. */
const PROVED_MS = 15 * 60_000;
const ISSUER = 'Bàu Nghé';

/** Why a second factor was not set up, or a code not taken. A wrong code and a used one are told alike. */
export type FactorRefusal = { code: 'factor_code_wrong' | 'factor_on' | 'factor_off' };

/** How a person's second factor stands. */
export interface FactorState {
  isOn: boolean;
  /** Codes on paper that are left. */
  recoveryLeft: number;
}

/** How it stands with a person's second factor. */
export async function factorState(tx: Tx, userId: string): Promise<FactorState> {
  const found = await tx.secondFactor.findUnique({
    where: { userId },
    select: { confirmedAt: true, _count: { select: { codes: { where: { usedAt: null } } } } },
  });
  return { isOn: Boolean(found?.confirmedAt), recoveryLeft: found?._count.codes ?? 0 };
}

/** By what a person proves themselves a second time. A passkey does as well as a code: its device verifies its owner. */
export interface ProvesBy {
  code: boolean;
  passkey: boolean;
}

/** By what a person can prove themselves a second time; by nothing at first. */
export async function provesBy(tx: Tx, userId: string): Promise<ProvesBy> {
  const [found] = await tx.$queryRaw<ProvesBy[]>`
    SELECT EXISTS (SELECT FROM "second_factor" WHERE "userId" = ${userId} AND "confirmedAt" IS NOT NULL) AS code,
           EXISTS (SELECT FROM "staff_passkey" WHERE "userId" = ${userId}) AS passkey`;
  return found ?? { code: false, passkey: false };
}

/** Whether a session gave a code lately enough. */
export function isProved(now: Date, provedAt: Date | null): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() < PROVED_MS;
}

/** Makes a secret for a telephone; until a first code is given it asks for nothing and may be made anew. */
export async function beginFactor(
  tx: Tx,
  moment: Moment,
  who: { userId: string; account: string; serverSecret: string },
): Promise<Result<{ uri: string; typed: string }, FactorRefusal>> {
  const { userId, account, serverSecret } = who;
  await tx.$queryRaw`SELECT FROM "user" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
  if ((await factorState(tx, userId)).isOn) return fail({ code: 'factor_on' });
  const secret = moment.random(SECRET_BYTES);
  const kept = { secret: seal(serverSecret, secret, moment.random(12)), createdAt: moment.now, lastStep: 0n };
  await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...kept }, update: kept });
  return ok({ uri: keyUri(secret, { issuer: ISSUER, account }), typed: base32(secret) });
}

/** Sets it up by a first code. Returns the codes to write down, told this once: only their hashes are kept. */
export async function confirmFactor(
  tx: Tx,
  moment: Moment,
  who: { userId: string; sessionId: string; digits: string; serverSecret: string },
): Promise<Result<{ recoveryCodes: string[] }, FactorRefusal>> {
  const { userId } = who;
  if ((await factorState(tx, userId)).isOn) return fail({ code: 'factor_on' });
  if (!(await takeStep(tx, moment.now, who))) return fail({ code: 'factor_code_wrong' });
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => {
    const letters = base32(moment.random(10));
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}-${letters.slice(12)}`;
  });
  await tx.recoveryCode.createMany({ data: recoveryCodes.map((code) => ({ userId, hash: hashOf(code) })) });
  await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: moment.now } });
  await openMoney(tx, moment.now, who.sessionId);
  return ok({ recoveryCodes });
}

/** Takes a code of the telephone, or one from the paper, and opens money to the session for a quarter of an hour. */
export async function prove(
  tx: Tx,
  now: Date,
  who: { userId: string; sessionId: string; digits: string; serverSecret: string },
): Promise<Result<undefined, FactorRefusal>> {
  if (!(await factorState(tx, who.userId)).isOn) return fail({ code: 'factor_off' });
  if (!(await takeStep(tx, now, who)) && !(await spendRecovery(tx, now, who)))
    return fail({ code: 'factor_code_wrong' });
  await openMoney(tx, now, who.sessionId);
  return ok(undefined);
}

/** Opens money to a session for a quarter of an hour: its person has just proved who they are by two factors. */
export async function openMoney(tx: Tx, now: Date, sessionId: string): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId }, data: { provedAt: now } });
}

/** Takes a person's second factor away, and its codes on paper with it. */
export async function dropFactor(tx: Tx, userId: string): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.session.updateMany({ where: { userId }, data: { provedAt: null } });
}

type Typed = { userId: string; digits: string; serverSecret: string };

async function takeStep(tx: Tx, now: Date, { userId, digits, serverSecret }: Typed): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM "second_factor" WHERE "userId" = ${userId} FOR UPDATE`;
  const factor = await tx.secondFactor.findUnique({ where: { userId } });
  if (!factor) return false;
  const secret = open(serverSecret, factor.secret);
  const step = stepOfCode(secret, digits.replace(/\s/g, ''), now, Number(factor.lastStep));
  if (step === null) return false;
  await tx.secondFactor.update({ where: { userId }, data: { lastStep: BigInt(step) } });
  return true;
}

async function spendRecovery(tx: Tx, now: Date, { userId, digits }: Typed): Promise<boolean> {
  const where = { userId, hash: hashOf(digits), usedAt: null };
  return (await tx.recoveryCode.updateMany({ where, data: { usedAt: now } })).count === 1;
}

function hashOf(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('hex');
}

/** AES-256-GCM under a key of its own: whoever reads the database alone makes no codes. */
function seal(serverSecret: string, secret: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const cipher = createCipheriv('aes-256-gcm', keyOf(serverSecret), nonce);
  return new Uint8Array([...nonce, ...cipher.update(secret), ...cipher.final(), ...cipher.getAuthTag()]);
}

function open(serverSecret: string, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(serverSecret), sealed.slice(0, 12));
  decipher.setAuthTag(sealed.slice(-16));
  return Buffer.concat([decipher.update(sealed.slice(12, -16)), decipher.final()]);
}

const keyOf = (serverSecret: string) =>
  Buffer.from(hkdfSync('sha256', serverSecret, '', 'second-factor', 32));
