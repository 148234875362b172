import { createHash } from 'node:crypto';
import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';

/** A key as the office sees it. */
export interface CaptureKeyShown {
  id: string;
  name: string;
  madeAt: Date;
  endedAt: Date | null;
}

const FORM = /^epcis_[A-Za-z0-9_-]{43}$/;

/** Makes a key for another's system: 256 random bits, shown this once; the database keeps its SHA-256. */
export async function makeCaptureKey(
  tx: Tx,
  moment: Moment,
  by: { userId: string | null; name: string },
): Promise<{ id: string; key: string }> {
  const key = `epcis_${Buffer.from(moment.random(32)).toString('base64url')}`;
  const id = newId('key', moment);
  await tx.captureKey.create({
    data: { id, name: by.name, hash: hashOf(key), madeAt: moment.now, madeBy: by.userId },
  });
  return { id, key };
}

/** Ends a key: from now on it opens nothing. What was captured with it stays. */
export async function endCaptureKey(
  tx: Tx,
  moment: Moment,
  id: string,
): Promise<Result<void, { code: 'key_unknown' }>> {
  const { count } = await tx.captureKey.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: moment.now },
  });
  return count === 1 ? ok(undefined) : fail({ code: 'key_unknown' });
}

/** All keys, the newest first. */
export function captureKeys(tx: Tx): Promise<CaptureKeyShown[]> {
  return tx.captureKey.findMany({
    select: { id: true, name: true, madeAt: true, endedAt: true },
    orderBy: { id: 'desc' },
    take: 500,
  });
}

/** The id of the key that a request carries; null when there is no such key or it was ended. */
export async function captureKeyId(tx: Tx, key: string): Promise<string | null> {
  if (!FORM.test(key)) return null;
  const found = await tx.captureKey.findFirst({ where: { hash: hashOf(key), endedAt: null } });
  return found?.id ?? null;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
