import type { Tx } from '@baunghe/db';

/** The code of the request that an order came of; null for any other order. */
export async function requestOfOrder(tx: Tx, orderId: string): Promise<string | null> {
  const found = await tx.bulkAcceptance.findUnique({
    where: { orderId },
    select: { request: { select: { code: true } } },
  });
  return found?.request.code ?? null;
}
