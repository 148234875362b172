import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CodeDoor, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import type { Phone } from './phone-number.ts';

/** How long a code opens the door, and how often it may be typed. */
export const CODE_MINUTES = 5;
const TRIES = 5;

/** So many codes a number may ask for, and so many a network, behind which there may be a village. */
const MOST = { hourOfPhone: 5, dayOfPhone: 10, hourOfNetwork: 30 } as const;
const HOUR_MS = 3_600_000;
const CODES_LOCK = 6962_0155;

/** Why no code is sent. It tells nothing of the number: whoever asks as often hears the same. */
export type CodeRefusal = { code: 'too_many_codes'; retryAfterSeconds: number };

/**
 * Notes that a code is asked for and returns the id that makes it. Nothing of it depends on whether the number is
 * known, nor on the door but that it opens no other. `network` is a mark of who asks; null where it is not known.
 */
export async function askForCode(
  tx: Tx,
  moment: Moment,
  { phone, network, door = 'shop' }: { phone: Phone; network: string | null; door?: CodeDoor },
): Promise<Result<{ codeId: string }, CodeRefusal>> {
  const { now } = moment;
  await oneAtATime(tx, phone);
  if (network !== null) await oneAtATime(tx, network);
  const wait = await secondsToWait(tx, now, phone, network);
  if (wait > 0) return fail({ code: 'too_many_codes', retryAfterSeconds: wait });
  const codeId = newId('cod', moment);
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  await tx.buyerCode.create({ data: { id: codeId, phone, door, network, createdAt: now, expiresAt } });
  return ok({ codeId });
}

/** The six digits of a code. They are kept nowhere: only who has the server's secret can make them. */
export function digitsOf(secret: string, codeId: string): string {
  const bytes = createHmac('sha256', secret).update(`sign-in-code:${codeId}`).digest();
  return String(bytes.readBigUInt64BE() % 1_000_000n).padStart(6, '0');
}

/**
 * Spends one try of a code and tells whose number it proves; null for a wrong, spent, late or unknown one, all alike.
 * The try is spent even when nothing else comes of it, so it belongs in no transaction that may be rolled back.
 */
export async function tryCode(
  db: Tx,
  now: Date,
  {
    codeId,
    digits,
    secret,
    door = 'shop',
  }: { codeId: string; digits: string; secret: string; door?: CodeDoor },
): Promise<Phone | null> {
  const [taken] = await db.$queryRaw<{ phone: Phone }[]>`
    UPDATE "buyer_code" SET "tries" = "tries" + 1
    WHERE "id" = ${codeId} AND "door" = ${door}::"CodeDoor" AND "tries" < ${TRIES} AND "usedAt" IS NULL AND "expiresAt" > ${now}
    RETURNING "phone"`;
  const right = sameDigits(digitsOf(secret, codeId), digits);
  return taken && right ? taken.phone : null;
}

/** Uses a code up; false when somebody was faster. */
export async function useCode(tx: Tx, now: Date, codeId: string): Promise<boolean> {
  const where = { id: codeId, usedAt: null, expiresAt: { gt: now } };
  return (await tx.buyerCode.updateMany({ where, data: { usedAt: now } })).count === 1;
}

function sameDigits(right: string, typed: string): boolean {
  const [wanted, given] = [Buffer.from(right), Buffer.from(typed)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

async function oneAtATime(tx: Tx, who: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CODES_LOCK}::int, hashtext(${who}))`;
}

/** Seconds until one more may be asked for, by the limit that keeps longest; 0: now. */
async function secondsToWait(tx: Tx, now: Date, phone: Phone, network: string | null): Promise<number> {
  const limits = [
    { where: { phone }, most: MOST.hourOfPhone, spanMs: HOUR_MS },
    { where: { phone }, most: MOST.dayOfPhone, spanMs: 24 * HOUR_MS },
    ...(network === null ? [] : [{ where: { network }, most: MOST.hourOfNetwork, spanMs: HOUR_MS }]),
  ];
  let seconds = 0;
  for (const { where, most, spanMs } of limits) {
    const since = new Date(now.getTime() - spanMs);
    // The one that must have left the span before another fits in.
    const last = await tx.buyerCode.findFirst({
      where: { ...where, createdAt: { gt: since } },
      orderBy: { createdAt: 'desc' },
      skip: most - 1,
      select: { createdAt: true },
    });
    if (last) seconds = Math.max(seconds, Math.ceil((+last.createdAt + spanMs - +now) / 1000));
  }
  return seconds;
}
