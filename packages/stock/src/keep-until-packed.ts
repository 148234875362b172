import type { Tx } from '@baunghe/db';

/** What is promised to the lines is kept until it is packed: their money is safe. */
export async function keepUntilPacked(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.reservation.updateMany({
    where: { lineId: { in: [...lineIds] }, state: 'active' },
    data: { expiresAt: null },
  });
}
