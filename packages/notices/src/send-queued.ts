import type { Database, Moment, SmsKind } from '@baunghe/db';
import type { Handover, SmsGateway, SmsToSend } from './gateway.ts';

/** How many messages one round takes; each may keep a gateway for 15 seconds. */
const AT_ONCE = 5;
/** A round that was cut off is taken for lost after this long: longer than `AT_ONCE` gateways that do not answer. */
const LOST_MS = 120_000;
/** The first wait, doubled by each further try up to an hour. */
const WAIT_MS = 30_000;
const MOST_WAIT_MS = 3_600_000;
/** Older than this nobody needs it; shorter than gateways know our ids. */
const STALE_MS = 20 * 3_600_000;
/** A code that comes later than this opens nothing. */
const CODE_STALE_MS = 5 * 60_000;
const STALE: Handover = { kind: 'refused', why: 'waited too long' };

interface Claimed extends SmsToSend {
  kind: SmsKind;
  attempts: number;
  createdAt: Date;
}

/**
 * Hands messages of the outbox that are due to the gateway, the oldest first. A round that was cut off is made again
 * with the same ids, so that a gateway that had a message takes it once. Messages of the demo are never touched.
 * Returns how many it tried.
 */
export async function sendQueued(
  database: Database,
  gateway: SmsGateway,
  moment: () => Moment,
): Promise<number> {
  const claimed = await claim(database, moment().now);
  // What an UPDATE returns comes in any order.
  for (const message of claimed.sort((a, b) => +a.createdAt - +b.createdAt || (a.id < b.id ? -1 : 1))) {
    const { id, phone, text } = message;
    const isStale = +moment().now - +message.createdAt >= staleMs(message.kind);
    const handover = isStale ? STALE : await gateway.send({ id, phone, text });
    await settle(database, message, handover, moment().now);
  }
  return claimed.length;
}

function claim(database: Database, now: Date): Promise<Claimed[]> {
  const lost = new Date(now.getTime() + LOST_MS);
  return database.$queryRaw<Claimed[]>`
    UPDATE "sms_outbound" SET "attempts" = "attempts" + 1, "nextAt" = ${lost}
    WHERE "id" IN (
      SELECT "id" FROM "sms_outbound" WHERE "state" = 'queued' AND NOT "demo" AND "nextAt" <= ${now}
      ORDER BY "nextAt", "id" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING "id", "kind", "phone", "text", "attempts", "createdAt"`;
}

/** `attempts` tells this try from a later one, and `state` from what the gateway said meanwhile. */
async function settle(database: Database, message: Claimed, handover: Handover, now: Date): Promise<void> {
  const { id, kind, attempts, createdAt } = message;
  const where = { id, attempts, state: 'queued' } as const;
  if (handover.kind === 'taken') {
    const data = { state: 'sent', sentAt: now, trouble: null } as const;
    await database.smsOutbound.updateMany({ where, data });
    return;
  }
  const trouble = handover.why.slice(0, 300);
  const wait = handover.kind === 'later' ? waitMs(attempts, handover.afterSeconds) : Number.POSITIVE_INFINITY;
  const next = now.getTime() + wait;
  const data =
    next < createdAt.getTime() + staleMs(kind)
      ? { trouble, nextAt: new Date(next) }
      : ({ trouble, state: 'failed' } as const);
  await database.smsOutbound.updateMany({ where, data });
}

function staleMs(kind: SmsKind): number {
  return kind === 'sign_in_code' ? CODE_STALE_MS : STALE_MS;
}

function waitMs(attempts: number, afterSeconds = 0): number {
  return Math.max(Math.min(WAIT_MS * 2 ** (attempts - 1), MOST_WAIT_MS), afterSeconds * 1000);
}
