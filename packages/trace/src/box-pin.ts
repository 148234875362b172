import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, type Moment, newId, ok, type PinOutcome, type Result, type Tx } from '@baunghe/db';

/** Wrong entries of a box's number in one hour; then it waits. */
const WRONG_AN_HOUR = 5;

const HOUR_MS = 3_600_000;
const DIGITS = 6;

/**
 * The number that lies under a box's lid: 6 digits that only the holder of the server's secret can make from the box's
 * id, and that are kept nowhere. 48 bits are folded into a million, so that no number is likelier than another by more
 * than one in 10⁸.
 */
export function boxPin(secret: string, boxId: string): string {
  const mac = createHmac('sha256', secret).update(`box-pin:${boxId}`).digest();
  return String(mac.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** What an entered number says: right and the first time; right, as somebody had it before; or not the box's. */
export type PinAnswer =
  | { outcome: 'first'; at: Date }
  | { outcome: 'again'; at: Date; firstAt: Date }
  | { outcome: 'wrong'; triesLeft: number };

/** Too many wrong entries: none is looked at before `until`, right ones neither. */
export type PinRefusal = { code: 'pin_waits'; until: Date };

/**
 * Enters a number for a box and keeps that it was entered. Of several right ones, also at the same instant, exactly
 * one is the first.
 */
export async function enterPin(
  tx: Tx,
  moment: Moment,
  { boxId, pin, secret }: { boxId: string; pin: string; secret: string },
): Promise<Result<PinAnswer, PinRefusal>> {
  // One entry of a box at a time, so that a hundred guesses at once are not all let in as the fifth.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pin:${boxId}`}, 0))::text`;
  const hourAgo = new Date(moment.now.getTime() - HOUR_MS);
  const wrong = await tx.boxPinEntry.findMany({
    where: { boxId, outcome: 'wrong', at: { gt: hourAgo } },
    select: { at: true },
    orderBy: { at: 'desc' },
    take: WRONG_AN_HOUR,
  });
  const oldest = wrong[WRONG_AN_HOUR - 1];
  if (oldest) return fail({ code: 'pin_waits', until: new Date(oldest.at.getTime() + HOUR_MS) });
  const keep = (outcome: PinOutcome) =>
    tx.boxPinEntry.create({ data: { id: newId('pin', moment), boxId, at: moment.now, outcome } });
  if (!same(pin, boxPin(secret, boxId))) {
    await keep('wrong');
    return ok({ outcome: 'wrong', triesLeft: WRONG_AN_HOUR - wrong.length - 1 });
  }
  const firstAt = await firstEntry(tx, boxId);
  await keep(firstAt ? 'again' : 'first');
  if (!firstAt) return ok({ outcome: 'first', at: moment.now });
  return ok({ outcome: 'again', at: moment.now, firstAt });
}

/** When a box's number was first entered rightly; null while it was not. */
export async function firstEntry(tx: Tx, boxId: string): Promise<Date | null> {
  const first = await tx.boxPinEntry.findFirst({ where: { boxId, outcome: 'first' }, select: { at: true } });
  return first?.at ?? null;
}

function same(typed: string, right: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
