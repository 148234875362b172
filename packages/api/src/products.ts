import { fail, ok } from '@baunghe/db';
import { DELIVERY, priceCart, productOnSale, productsOnSale } from '@baunghe/orders';
import { z } from 'zod';
import { id } from './fields.ts';
import { anyone, router } from './trpc.ts';

/** Most of one product in a cart. */
const MOST_UNITS = 500;

export const cartLines = z
  .array(
    z.object({
      productId: id,
      quantity: z
        .number()
        .int('quantity_invalid')
        .min(1, 'quantity_invalid')
        .max(MOST_UNITS, 'quantity_invalid'),
    }),
  )
  .max(40, 'cart_too_long');

/** What a checkout that began keeps, by its id. */
export const holdId = id.nullish();

/** What is on sale, and what a cart costs. */
export const productsRouter = router({
  list: anyone.query(({ ctx }) => productsOnSale(ctx.database, ctx.moment().now)),

  one: anyone
    .input(z.object({ slug: z.string().max(120) }).or(z.object({ gtin: z.string().regex(/^\d{14}$/) })))
    .query(async ({ ctx, input }) => {
      const product = await productOnSale(ctx.database, ctx.moment().now, input);
      return product ? ok(product) : fail({ code: 'product_unknown' });
    }),

  /** What delivery costs where, in đồng, and from which sum of goods on it costs nothing. */
  deliveryPrices: anyone.query(() => DELIVERY),

  priceCart: anyone
    .input(z.object({ lines: cartLines, provinceCode: z.string().max(2).nullable(), hold: holdId }))
    .query(({ ctx, input }) =>
      priceCart(ctx.database, ctx.moment().now, input.lines, input.provinceCode, input.hold ?? null),
    ),
});
