import { photosOfLot, photosOfOrder } from '@baunghe/orders';
import { z } from 'zod';
import { only, router } from './trpc.ts';

const staff = only('packer', 'manager');

/** What cameras wrote of photos that are evidence: the originals' hashes and where they stood. Never for the public. */
export const evidenceRouter = router({
  ofOrder: only('packer', 'manager', 'accountant')
    .input(z.object({ code: z.string().max(40) }))
    .query(({ ctx, input }) => photosOfOrder(ctx.database, input.code)),

  ofLot: staff
    .input(z.object({ batch: z.string().min(1).max(20) }))
    .query(({ ctx, input }) => photosOfLot(ctx.database, input.batch)),
});
