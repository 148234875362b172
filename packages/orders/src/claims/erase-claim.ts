import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/**
 * Erases a claim's photos and what its buyer wrote, because they asked for that. What was wrong, when, and how it was
 * answered stay, and so do who erased it and when.
 */
export async function eraseClaim(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  claimId: string,
): Promise<Result<void, { code: 'claim_erased' }>> {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, erasedAt: null },
    data: { words: null, erasedAt: moment.now, erasedBy: by.userId },
  });
  if (count === 0) return fail({ code: 'claim_erased' });
  await tx.claimPhoto.updateMany({ where: { claimId, bytes: { not: null } }, data: { bytes: null } });
  return ok(undefined);
}
