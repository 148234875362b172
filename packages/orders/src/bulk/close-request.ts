import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { takeBulkStep } from './bulk-ways.ts';

/** Why a request stays open, or as it is. */
export type CloseBulkRefusal = { code: 'bulk_unknown' } | { code: 'bulk_state' };

/** Ends a request without an order: the cooperative declines it with a reason, or its sender withdraws it. */
export async function closeRequest(
  tx: Tx,
  moment: Moment,
  how: { requestId: string; why: string | null } & ({ to: 'declined'; byUser: string } | { to: 'withdrawn' }),
): Promise<Result<void, CloseBulkRefusal>> {
  const { requestId, to, why } = how;
  await lockRows(tx, 'bulk_request', [requestId]);
  const request = await tx.bulkRequest.findUnique({ where: { id: requestId } });
  if (!request) return fail({ code: 'bulk_unknown' });
  const { state: from } = request;
  if (from !== 'received' && from !== 'quoted') return fail({ code: 'bulk_state' });
  const byUser = how.to === 'declined' ? how.byUser : null;
  await takeBulkStep(tx, moment, { requestId, from, to, byUser, why });
  return ok(undefined);
}
