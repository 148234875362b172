import { createHash } from 'node:crypto';
import { type Moment, newId, type Tx } from '@baunghe/db';
import type { Phone } from '../phone-number.ts';

const THIRTY_DAYS_S = 30 * 86_400;
const DAY_MS = 86_400_000;
/** The oldest give way, long before the database would refuse. */
const MOST_SESSIONS = 20;
const NAME = 'buyer';

/** A buyer who is signed in. Never a person of the cooperative, whatever their number: roles are not for buyers. */
export interface Buyer {
  id: string;
  phone: Phone;
  name: string;
  locale: string;
  sessionId: string;
}

/** A browser in which a buyer is signed in, as the buyer sees it. */
export interface BuyerSessionRow {
  id: string;
  device: string;
  createdAt: Date;
  seenAt: Date;
  isThisOne: boolean;
}

/** Signs a number's owner in, who is a buyer from now on. Returns the token for the cookie, of which only a hash is kept. */
export async function openBuyerSession(
  tx: Tx,
  moment: Moment,
  who: { phone: Phone; locale: string; device: string },
): Promise<{ token: string; buyerId: string }> {
  const { now } = moment;
  const fresh = { id: newId('buy', moment), phone: who.phone, locale: who.locale, createdAt: now };
  // Two who prove the same number at once are one buyer.
  await tx.buyer.createMany({ data: [fresh], skipDuplicates: true });
  const { id: buyerId } = await tx.buyer.findUniqueOrThrow({ where: { phone: who.phone } });
  const token = await addSession(tx, moment, buyerId, who.device);
  return { token, buyerId };
}

/** One more session of a buyer; what has ended goes, and the oldest beyond twenty. Returns its token. */
export async function addSession(tx: Tx, moment: Moment, buyerId: string, device: string): Promise<string> {
  const { now } = moment;
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyerId} FOR NO KEY UPDATE`;
  await tx.buyerSession.deleteMany({ where: { buyerId, expiresAt: { lte: now } } });
  const old = await tx.buyerSession.findMany({
    where: { buyerId },
    orderBy: { createdAt: 'desc' },
    skip: MOST_SESSIONS - 1,
    select: { id: true },
  });
  if (old.length > 0) await tx.buyerSession.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  const token = Buffer.from(moment.random(32)).toString('base64url');
  await tx.buyerSession.create({
    data: {
      ...{ id: newId('ses', moment), buyerId, tokenHash: hashOf(token), device },
      ...{ createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + THIRTY_DAYS_S * 1000) },
    },
  });
  return token;
}

/** Who holds the session that a request's cookie names; null for a guest. That they were here is noted once a day. */
export async function buyerOf(db: Tx, now: Date, headers: Headers): Promise<Buyer | null> {
  const token = tokenIn(headers);
  if (token === null) return null;
  const found = await db.buyerSession.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { buyer: { select: { id: true, phone: true, name: true, locale: true } } },
  });
  if (!found || found.expiresAt <= now) return null;
  if (now.getTime() - found.seenAt.getTime() > DAY_MS)
    await db.buyerSession.updateMany({ where: { id: found.id }, data: { seenAt: now } });
  const { buyer } = found;
  return { ...buyer, phone: buyer.phone as Phone, sessionId: found.id };
}

/** Where a buyer is signed in, the latest first. */
export async function buyerSessions(tx: Tx, now: Date, buyer: Buyer): Promise<BuyerSessionRow[]> {
  const rows = await tx.buyerSession.findMany({
    where: { buyerId: buyer.id, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ id, device, createdAt, seenAt }) => {
    return { id, device, createdAt, seenAt, isThisOne: id === buyer.sessionId };
  });
}

/** Ends a session of a buyer's own, or all but the one that asks: whoever has a copy of its cookie is a guest at once. */
export async function endBuyerSessions(
  tx: Tx,
  buyer: Buyer,
  which: { id: string } | 'others',
): Promise<void> {
  const id = which === 'others' ? { not: buyer.sessionId } : which.id;
  await tx.buyerSession.deleteMany({ where: { buyerId: buyer.id, id } });
}

/** The `Set-Cookie` that keeps a session for thirty days, or forgets it. */
export function buyerCookie(token: string | null, { secure }: { secure: boolean }): string {
  const seconds = token === null ? 0 : THIRTY_DAYS_S;
  return `${NAME}=${token ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function tokenIn(headers: Headers): string | null {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/);
  const token = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
