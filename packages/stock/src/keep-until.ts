import type { Tx } from '@baunghe/db';

/** Keeps what is promised to the lines until an instant; null: until it is packed. */
export async function keepUntil(tx: Tx, lineIds: readonly string[], expiresAt: Date | null): Promise<void> {
  await tx.reservation.updateMany({
    where: { lineId: { in: [...lineIds] }, state: 'active' },
    data: { expiresAt },
  });
}
