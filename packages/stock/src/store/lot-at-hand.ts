import { lockRows, type Tx } from '@baunghe/db';
import { lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { LAST_WITHDRAWAL } from '../withdraw-lot.ts';

/** Who does something in the store, and the cooperative's location number. */
export interface Hand {
  userId: string;
  gln: string;
}

/** Why a lot does not give so much: the rest is promised to the orders named. */
export interface NotFree {
  code: 'grams_not_free';
  freeGrams: number;
  orders: string[];
}

/** There is no lot of that batch code. */
export interface LotUnknown {
  code: 'lot_unknown';
}

const AT_HAND = { balance: true, variety: true, withdrawals: LAST_WITHDRAWAL } as const;

/**
 * The lot with its balance locked until the transaction ends, so that whoever reserves, packs or counts meanwhile waits;
 * null when there is none. `fruit` is what an event says of it.
 */
export async function lotAtHand(tx: Tx, batch: string) {
  const named = await tx.lot.findUnique({ where: { batch }, select: { id: true } });
  if (!named) return null;
  await lockRows(tx, 'lot_balance', [named.id]);
  // Also the lot's own row: who holds it meanwhile waits, or was first and is seen.
  await tx.$queryRaw`SELECT FROM "lot" WHERE "id" = ${named.id} FOR NO KEY UPDATE`;
  const lot = await tx.lot.findUniqueOrThrow({ where: { id: named.id }, include: AT_HAND });
  const onHandGrams = lot.balance?.onHandGrams ?? 0;
  const fruit = { lotId: lot.id, lotClass: lotClassUri(lot.variety.looseGtin, lot.batch) };
  return { ...lot, onHandGrams, freeGrams: onHandGrams - (lot.balance?.reservedGrams ?? 0), fruit };
}

/** The codes of the orders that keep fruit of a lot, the oldest promise first. */
export async function ordersKeeping(tx: Tx, lotId: string): Promise<string[]> {
  const kept = await tx.reservation.findMany({
    where: { lotId, state: 'active' },
    select: { line: { select: { order: { select: { code: true } } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return [...new Set(kept.flatMap(({ line }) => line?.order.code ?? []))];
}

/** That a lot has less free than was asked for, and who keeps the rest. */
export async function notFree(tx: Tx, lot: { id: string; freeGrams: number }): Promise<NotFree> {
  return { code: 'grams_not_free', freeGrams: lot.freeGrams, orders: await ordersKeeping(tx, lot.id) };
}

/** Where the store is, as events name it. */
export const house = ({ gln }: Hand): { packingLocation: string } => ({
  packingLocation: packingLocationUri(gln),
});
