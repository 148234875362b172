import { fail, ok } from '@baunghe/db';
import {
  actOnRating,
  eraseRating,
  MOST_WORDS,
  productOnSale,
  rateLine,
  ratingsInOffice,
  ratingsOfProduct,
  typedOrderCode,
} from '@baunghe/orders';
import { z } from 'zod';
import { id, paragraphs } from './fields.ts';
import { opensOrder } from './order-key.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
/** How many ratings a page shows at most. */
const MOST_SHOWN = 50;
const MOST_IN_OFFICE = 200;

const rating = writeKey.extend({
  code: z.string().max(40),
  orderKey: z.string().max(64),
  lineId: id,
  stars: z.number('stars_missing').int('stars_missing').min(1, 'stars_missing').max(5, 'stars_missing'),
  words: paragraphs(MOST_WORDS),
  named: z.boolean(),
});

const act = writeKey.extend({
  ratingId: id,
  kind: z.enum(['hide', 'show', 'answer']),
  words: paragraphs(MOST_WORDS).transform((words, context) => {
    if (words !== null) return words;
    context.addIssue({ code: 'custom', message: 'words_missing' });
    return z.NEVER;
  }),
});

/** What buyers say of fruit that they received, and what the cooperative answers. */
export const ratingsRouter = router({
  /** Takes a buyer's rating of a line of their order, by the key of the order's page. */
  give: anyone.input(rating).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'ratings.give', input, async (tx) => {
      const code = typedOrderCode(input.code);
      if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
      const { lineId, stars, words, named } = input;
      return rateLine(tx, ctx.moment(), code, { lineId, stars, words, named });
    }),
  ),

  /** Erases a buyer's own rating, by the key of the order's page. */
  erase: anyone
    .input(writeKey.extend({ code: z.string().max(40), orderKey: z.string().max(64), lineId: id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'ratings.erase', input, async (tx) => {
        const code = typedOrderCode(input.code);
        if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
        return eraseRating(tx, ctx.moment(), code, input.lineId);
      }),
    ),

  ofProduct: anyone.input(z.object({ slug: z.string().max(120) })).query(async ({ ctx, input }) => {
    const product = await productOnSale(ctx.database, ctx.moment().now, input);
    if (!product) return fail({ code: 'product_unknown' });
    return ok(await ratingsOfProduct(ctx.database, product.id, MOST_SHOWN));
  }),

  inOffice: manager.query(({ ctx }) => ratingsInOffice(ctx.database, MOST_IN_OFFICE)),

  /** Hides a rating with a reason, shows it again, or answers it. */
  act: manager.input(act).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'ratings.act', input, (tx) => {
      const { key: _key, ...done } = input;
      return actOnRating(tx, ctx.moment(), ctx.person, done);
    }),
  ),
});
