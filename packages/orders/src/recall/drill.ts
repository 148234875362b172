import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Reach, reachOfLots } from './reach.ts';
import { lotsOfSource } from './source.ts';
import { nextCode } from './start-recall.ts';

/** After so many months without one, a drill is due. */
const DRILL_MONTHS = 12;

/** A drill that was done. */
export interface DrillDone {
  recallId: string;
  code: string;
}

/**
 * Does all of a recall of a lot but holding and telling, and writes down how long it took until the list stood and of
 * how much fruit it is known where it went. `clock` tells the time as it goes by.
 */
export async function drillRecall(
  tx: Tx,
  moment: Moment,
  userId: string,
  { batch, reason, clock }: { batch: string; reason: string; clock: () => Date },
): Promise<Result<DrillDone, { code: 'lot_unknown' }>> {
  const began = clock();
  const lot = await tx.lot.findUnique({ where: { batch } });
  if (!lot) return fail({ code: 'lot_unknown' });
  const lotIds = await lotsOfSource(tx, { kind: 'lot', id: lot.id });
  const reach = await reachOfLots(tx, lotIds);
  const tookMs = Math.max(0, +clock() - +began);
  const recallId = newId('rcl', moment);
  const code = await nextCode(tx, moment, true);
  const asked = { severity: 'first', advice: 'do_not_eat', reason, source: batch } as const;
  await tx.recall.create({
    data: {
      id: recallId,
      code,
      drill: true,
      ...asked,
      startedAt: moment.now,
      startedBy: userId,
      tookMs,
      ...accounted(reach),
    },
  });
  await tx.recallLot.createMany({
    data: lotIds.map((lotId) => ({ recallId, lotId, at: moment.now, byUser: userId })),
  });
  return ok({ recallId, code });
}

/** What is known of the fruit: all but what was found too little, or too much, when it was counted. */
function accounted({ sums }: Reach): { receivedGrams: number; accountedGrams: number } {
  const receivedGrams = Math.max(0, sums.received);
  const accountedGrams = Math.max(0, receivedGrams - Math.abs(sums.difference));
  return { receivedGrams, accountedGrams };
}

/** When the last drill was, and whether the next is due. */
export async function drillDue(tx: Tx, now: Date): Promise<{ last: Date | null; due: boolean }> {
  const drill = await tx.recall.findFirst({ where: { drill: true }, orderBy: { startedAt: 'desc' } });
  if (!drill) return { last: null, due: true };
  const next = new Date(drill.startedAt);
  next.setUTCMonth(next.getUTCMonth() + DRILL_MONTHS);
  return { last: drill.startedAt, due: next <= now };
}
