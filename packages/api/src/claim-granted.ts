import { fail, ok, type Result, type Tx } from '@baunghe/db';
import { creditKey, grantCredit } from '@baunghe/payments';
import type { ApiContext } from './context.ts';
import { mayKeepCredit } from './credit.ts';
import { tellBuyer } from './tell-buyer.ts';

type Asking = Pick<ApiContext, 'moment' | 'settings'>;

/**
 * What is still to be done once something was given for a claim: what was to be credit is made credit, and the buyer is
 * told. What was paid with credit is credit again by itself (decision 0178).
 */
export async function afterClaimGranted(
  tx: Tx,
  { moment, settings }: Asking,
  { claimId, orderId }: { claimId: string; orderId: string },
): Promise<Result<void, { code: 'nothing_to_keep' }>> {
  const key = `claim:${claimId}`;
  const giving = await tx.giving.findFirstOrThrow({ where: { key, state: 'given' } });
  if (giving.act === 'credit') {
    const due = await tx.refund.findUnique({ where: { key } });
    const again = await tx.refund.count({ where: { key: creditKey(key) } });
    // What is not paid yet is owed to nobody, and a code that cannot be sent would open nothing.
    if (due ? !(await mayKeepCredit(tx, settings, orderId)) : again === 0)
      return fail({ code: 'nothing_to_keep' });
    const byUser = giving.askedBy;
    const kept = due && (await grantCredit(tx, moment(), { refundId: due.id, byUser }));
    if (kept && !kept.ok) throw new Error(`a refund that is due was not made credit: ${kept.error.code}`);
    await tellBuyer(tx, moment(), settings, { orderId, kind: 'credit_granted' });
  }
  await tellBuyer(tx, moment(), settings, { orderId, kind: 'claim_answered' });
  return ok(undefined);
}
