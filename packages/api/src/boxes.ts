import { fail, ok } from '@baunghe/db';
import { boxStory, lotStory } from '@baunghe/orders';
import { z } from 'zod';
import { anyone, router } from './trpc.ts';

const gtin = z.string().regex(/^\d{14}$/);
const code = z.string().min(1).max(20);

/** What a scanned code tells, to anyone. */
export const boxesRouter = router({
  story: anyone
    .input(z.object({ gtin, serial: code, batch: code.nullable() }))
    .query(async ({ ctx, input }) => {
      const story = await boxStory(ctx.database, input);
      return story ? ok(story) : fail({ code: 'box_unknown' });
    }),

  lot: anyone.input(z.object({ gtin, batch: code })).query(async ({ ctx, input }) => {
    const story = await lotStory(ctx.database, input);
    return story ? ok(story) : fail({ code: 'lot_unknown' });
  }),
});
