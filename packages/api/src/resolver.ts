import { fail, ok } from '@baunghe/db';
import { knownPlot } from '@baunghe/farm';
import { knownItem, knownLoad, recallOfLot } from '@baunghe/orders';
import { z } from 'zod';
import { anyone, router } from './trpc.ts';

const code = z.string().min(1).max(20);
const unknown = () => fail({ code: 'code_unknown' as const });

/** What exists at a code that the resolver is asked for: enough to say where more is to be found. */
export const resolverRouter = router({
  item: anyone
    .input(z.object({ gtin: z.string().regex(/^\d{14}$/), batch: code.nullable(), serial: code.nullable() }))
    .query(async ({ ctx, input }) => {
      const item = await knownItem(ctx.database, input);
      return item ? ok(item) : unknown();
    }),

  load: anyone
    .input(z.object({ sscc: z.string().regex(/^\d{18}$/) }))
    .query(async ({ ctx, input }) => ((await knownLoad(ctx.database, input.sscc)) ? ok(input) : unknown())),

  /** The cooperative's own place, or a plot of it by its code; places of others are not known here. */
  place: anyone
    .input(z.object({ gln: z.string().regex(/^\d{13}$/), plot: code.nullable() }))
    .query(async ({ ctx, input }) => {
      if (input.gln !== ctx.settings.gln) return unknown();
      if (input.plot === null) return ok({ plot: null });
      const plot = await knownPlot(ctx.database, input.plot);
      return plot ? ok({ plot }) : unknown();
    }),

  recall: anyone.input(z.object({ batch: code })).query(async ({ ctx, input }) => {
    const recall = await recallOfLot(ctx.database, input.batch);
    return recall ? ok(recall) : unknown();
  }),
});
