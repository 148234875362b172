import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { finishPreorder, type Told } from './finish-preorder.ts';
import { lockWaiting } from './waiting.ts';

/** Why an offer is not closed. */
export type CloseRefusal = { code: 'offer_unknown' } | { code: 'offer_closed' };

/** Ends an offer: whoever still waits goes on with what is kept for them, and is owed back what was paid for the rest. */
export async function closeOffer(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  offerId: string,
): Promise<Result<Told[], CloseRefusal>> {
  await lockRows(tx, 'preorder_offer', [offerId]);
  const offer = await tx.preorderOffer.findUnique({ where: { id: offerId } });
  if (!offer) return fail({ code: 'offer_unknown' });
  if (offer.closedAt) return fail({ code: 'offer_closed' });
  const tell: Told[] = [];
  for (const promise of await lockWaiting(tx, offerId)) {
    tell.push(await finishPreorder(tx, moment, by.userId, promise, promise.servedGrams));
  }
  await tx.preorderOffer.update({
    where: { id: offerId },
    data: { closedAt: moment.now, closedBy: by.userId },
  });
  return ok(tell);
}
