import { createHash } from 'node:crypto';
import { fail, ok } from '@baunghe/db';
import {
  keepEvidence,
  openInterval,
  photo,
  plotsOf,
  recordHarvest,
  undoableUntil,
  undoHarvest,
  undoneOfLot,
} from '@baunghe/farm';
import { lotEvents, lotsInStore } from '@baunghe/stock';
import { z } from 'zod';
import { day, id, photoClaim, weight } from './fields.ts';
import { ownOnly, seenBy } from './own-plots.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const grower = only('member', 'manager');
const handler = only('member', 'packer', 'manager');

/** Most events of a lot that are looked through for what was declared wrong. */
const MOST_EVENTS = 500;

const harvest = writeKey.extend({
  plotId: z.string('plot_missing').min(1, 'plot_missing').max(64),
  varietyCode: z.string('variety_missing').min(1, 'variety_missing').max(32),
  grade: z.enum(['A', 'B', 'C'], 'grade_missing'),
  grams: weight,
  cutOn: day,
  photo: z.instanceof(Uint8Array).nullable(),
  photoClaim,
});

/** Plots, harvests and the lots they made. A member sees and records their own; a manager everybody's. */
export const harvestsRouter = router({
  plots: grower.query(({ ctx }) => plotsOf(ctx.database, ctx.moment().now, ownOnly(ctx.person))),

  record: grower.input(harvest).mutation(({ ctx, input }) => {
    const { key, photo: original, photoClaim: claim, ...entry } = input;
    // Told apart by its hash: a photo of many megabytes would be slow to write out whole.
    const sent = { ...entry, key, photo: original && createHash('sha256').update(original).digest('hex') };
    return writeOnce(ctx, 'harvests.record', sent, async (tx) => {
      const own = ownOnly(ctx.person);
      const kept = original ? await keepEvidence(tx, ctx.moment(), original, claim) : ok(null);
      if (!kept.ok) return kept;
      const by = { userId: ctx.person.userId, memberId: own.memberId ?? null, gln: ctx.settings.gln };
      const evidence = { photoId: kept.value?.photoId ?? null, photo: kept.value?.uri ?? null };
      return recordHarvest(tx, ctx.moment(), by, { ...entry, ...evidence });
    });
  }),

  lots: handler.query(({ ctx }) => lotsInStore(ctx.database, { ...seenBy(ctx.person), limit: 200 })),

  /** One lot, what keeps it from being sold if it was cut too early, and what of its story was declared wrong. */
  lot: handler.input(z.object({ batch: z.string().min(1).max(20) })).query(async ({ ctx, input }) => {
    const [lot] = await lotsInStore(ctx.database, { ...seenBy(ctx.person), ...input, limit: 1 });
    if (!lot) return fail({ code: 'lot_unknown' });
    const heldBy = lot.heldReason ? await openInterval(ctx.database, lot.plotId, lot.cutOn) : null;
    const undone = await undoneOfLot(ctx.database, lot.lotId);
    const events = await lotEvents(ctx.database, lot.lotId, MOST_EVENTS);
    const wrong = events.flatMap(({ corrected, ...event }) => (corrected ? [{ ...event, corrected }] : []));
    const { userId } = ctx.person;
    const undoUntil = await undoableUntil(ctx.database, ctx.moment().now, lot.lotId, userId);
    return ok({ ...lot, heldBy, undone, undoUntil, wrong });
  }),

  /** Undoes a harvest that whoever asks recorded by mistake a moment ago, as by SMS. */
  undo: grower.input(writeKey.extend({ batch: z.string().min(1).max(20) })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'harvests.undo', input, async (tx) => {
      const lot = await tx.lot.findUnique({ where: { batch: input.batch }, select: { harvestId: true } });
      if (!lot) return fail({ code: 'harvest_unknown' });
      return undoHarvest(tx, ctx.moment(), { harvestId: lot.harvestId, byUser: ctx.person.userId });
    }),
  ),

  photo: anyone.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await photo(ctx.database, input.id);
    return found ? ok(found) : fail({ code: 'photo_unknown' });
  }),
});
