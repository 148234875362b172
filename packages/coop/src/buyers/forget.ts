import type { Tx } from '@baunghe/db';

const DAY_MS = 86_400_000;

/** Forgets what has served: codes of the day before, ended sessions, challenges, and carts untouched for 30 days. */
export async function forgetSpent(tx: Tx, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await tx.buyerCode.deleteMany({ where: { createdAt: { lt: ago(1) } } });
  await tx.buyerSession.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.buyerChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.staffChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.buyerCartLine.deleteMany({ where: { buyer: { cartChangedAt: { lt: ago(30) } } } });
}

/**
 * Erases an account with everything that hangs on it: name, sessions, addresses, passkeys, cart. That codes were asked
 * for is forgotten with its day, since it also counts how many may be.
 */
export async function eraseBuyer(tx: Tx, buyerId: string): Promise<void> {
  await tx.buyer.deleteMany({ where: { id: buyerId } });
}
