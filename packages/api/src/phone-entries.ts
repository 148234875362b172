import { ok } from '@baunghe/db';
import { z } from 'zod';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const handler = only('member', 'packer', 'manager');
const reader = only('packer', 'manager', 'accountant');

/** A page of the office, without language and without what stands behind `?`. */
const page = z
  .string()
  .max(200)
  .regex(/^\/office(\/|$)[^?#]*$/);

/** Further off than this, what a phone said is nobody's time. */
const MOST_SECONDS = 2_000_000_000;

/** What phones say of entries that waited on them. Nothing follows from it: the cooperative's clock rules. */
export const phoneEntriesRouter = router({
  /** Keeps when an entry that has just been taken was filled in, by the phone's own clock. */
  say: handler
    .input(
      writeKey.extend({
        kind: z.string().regex(/^[a-z]{1,32}$/),
        page,
        saidAt: z.date(),
        aheadSeconds: z.number().int().min(-MOST_SECONDS).max(MOST_SECONDS),
      }),
    )
    .mutation(({ ctx, input }) => {
      // What its clock says differs from one sending to the next; the first one counts.
      const sent = { key: input.key, page: input.page };
      return writeOnce(ctx, 'phoneEntries.say', sent, async (tx) => {
        const actor = ctx.person.userId;
        await tx.phoneEntry.create({ data: { ...input, actor, cameAt: ctx.moment().now } });
        return ok(null);
      });
    }),

  /** What phones said of the entries that led to a page, the latest first. */
  ofPage: reader.input(z.object({ page })).query(async ({ ctx, input }) =>
    ctx.database.phoneEntry.findMany({
      where: { page: input.page },
      select: { key: true, kind: true, saidAt: true, aheadSeconds: true, cameAt: true },
      orderBy: [{ cameAt: 'desc' }, { key: 'asc' }],
      take: 20,
    }),
  ),
});
