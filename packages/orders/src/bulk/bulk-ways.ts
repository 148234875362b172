import { type BulkState, type Moment, type Tx, vietnamDay } from '@baunghe/db';

/** Where a request stands: `expired` is a quote whose day is over, which a newer one may still follow. */
export type BulkStanding = BulkState | 'expired';

/** Where a request stands on a day, by its state and the last day of its newest quote. */
export function standingOf(
  now: Date,
  request: { state: BulkState; quotes: readonly { validUntil: Date }[] },
): BulkStanding {
  const [newest] = request.quotes;
  return request.state === 'quoted' && newest && newest.validUntil < vietnamDay(now)
    ? 'expired'
    : request.state;
}

/** Moves a request one step and keeps who, when and why. The row must be locked and the way checked. */
export async function takeBulkStep(
  tx: Tx,
  moment: Moment,
  step: { requestId: string; from: BulkState; to: BulkState; byUser: string | null; why: string | null },
): Promise<void> {
  const { requestId, from, to, byUser, why } = step;
  await tx.bulkStep.create({
    data: { requestId, fromState: from, toState: to, at: moment.now, byUser, why },
  });
  if (from !== to)
    await tx.bulkRequest.update({ where: { id: requestId }, data: { state: to }, select: { id: true } });
}
