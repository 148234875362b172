import { fail, ok } from '@baunghe/db';
import { lotForState } from '@baunghe/orders';
import { canonical, type JsonObject } from '@baunghe/proof';
import { lotsInStore, putStateStamp, stateStampOf } from '@baunghe/stock';
import type { Jws } from '@baunghe/trace';
import { z } from 'zod';
import { stateDocument } from './state-document.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const batch = z.string().min(1).max(20);

/** What goes to the State's trace system, and what comes back from it. */
export const stateRouter = router({
  /** A lot as a signed document: `jws` signs the canonical form (RFC 8785) of `document`. */
  lot: manager.input(z.object({ batch })).query(async ({ ctx, input }) => {
    const lot = await lotForState(ctx.database, input.batch);
    if (!lot) return fail({ code: 'lot_unknown' });
    const document = stateDocument(lot, ctx.settings, ctx.moment().now);
    const text = canonical(document);
    if (!text.ok) throw new Error(`not to be signed: ${text.error.code}`);
    const jws = await ctx.signPayload(Buffer.from(text.value));
    return ok<{ document: JsonObject; jws: Jws }>({ document, jws });
  }),

  /** Where the State's trace system shows a lot. */
  stamp: manager.input(z.object({ batch })).query(async ({ ctx, input }) => {
    const [lot] = await lotsInStore(ctx.database, { ...input, limit: 1 });
    return lot ? ok({ url: await stateStampOf(ctx.database, lot.lotId) }) : fail({ code: 'lot_unknown' });
  }),

  /** Keeps that address; an empty one takes it away. */
  putStamp: manager
    .input(writeKey.extend({ batch, url: z.string().max(1000, 'too_long') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'state.putStamp', input, (tx) => {
        const { userId } = ctx.person;
        const url = input.url.trim() || null;
        return putStateStamp(tx, ctx.moment(), { batch: input.batch, url, byUser: userId });
      }),
    ),
});
