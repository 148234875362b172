import { fail, ok } from '@baunghe/db';
import { logHead, logTile } from '@baunghe/trace';
import { z } from 'zod';
import { anyone, router } from './trpc.ts';

const whole = z.number().int().min(0);
const tile = z.object({
  level: z.literal('entries').or(whole.max(63)),
  index: whole,
  width: whole.min(1).max(256),
});

/** The append-only log of what happened to fruit, as anyone may read it (C2SP tlog-tiles). */
export const logRouter = router({
  /** The newest signed head. */
  head: anyone.query(async ({ ctx }) => {
    const head = await logHead(ctx.database);
    return head ? ok(head) : fail({ code: 'nothing_sealed' });
  }),

  tile: anyone.input(tile).query(async ({ ctx, input }) => {
    const bytes = await logTile(ctx.database, input);
    return bytes ? ok(bytes) : fail({ code: 'tile_unknown' });
  }),

  keys: anyone.query(({ ctx }) => ctx.logKeys),
});
