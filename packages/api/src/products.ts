import { fail, ok } from '@baunghe/db';
import {
  deliveryRules,
  findFruit,
  leastFee,
  ORDERS,
  priceCart,
  productOnSale,
  productsOnSale,
  SIEVES,
  seasonCalendar,
} from '@baunghe/orders';
import { z } from 'zod';
import { id } from './fields.ts';
import { priceWithVoucher } from './price-with-voucher.ts';
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
      markdownId: id.nullish(),
    }),
  )
  .max(40, 'cart_too_long');

const asked = z.object({
  words: z.string().max(100),
  chosen: z.partialRecord(z.enum(SIEVES), z.array(z.string().max(32)).max(40)),
  order: z.enum(ORDERS),
  page: z.number().int().min(1).max(1000),
});
/** What a checkout that began keeps, by its id. */
export const holdId = id.nullish();
/** A voucher's code as somebody typed it. */
export const typedVoucher = z.string().max(60, 'too_long').nullish();

/** What is on sale, and what a cart costs. */
export const productsRouter = router({
  list: anyone.query(({ ctx }) => productsOnSale(ctx.database, ctx.moment().now)),

  one: anyone
    .input(z.object({ slug: z.string().max(120) }).or(z.object({ gtin: z.string().regex(/^\d{14}$/) })))
    .query(async ({ ctx, input }) => {
      const product = await productOnSale(ctx.database, ctx.moment().now, input);
      return product ? ok(product) : fail({ code: 'product_unknown' });
    }),

  /** Fruit by words, sieves and order, a page at a time. */
  find: anyone
    .input(asked)
    .query(({ ctx, input }) => ctx.database.$transaction((tx) => findFruit(tx, ctx.moment().now, input))),

  /** When each variety is mostly ripe. */
  seasons: anyone.query(({ ctx }) => seasonCalendar(ctx.database)),

  /** What delivery costs where at least, in đồng, and from which sum of goods on it costs nothing. */
  deliveryPrices: anyone.query(async ({ ctx }) => {
    const { areas } = await deliveryRules(ctx.database, ctx.moment().now);
    const delivered = areas.filter(({ provinceCodes }) => provinceCodes.length > 0);
    return delivered.map((area) => {
      const { nameVi, nameEn, nameZh, steps, beyond, freeFrom } = area;
      return {
        nameVi,
        nameEn,
        nameZh,
        from: leastFee(area),
        byWeight: steps.length + Number(beyond !== null) > 1,
        freeFrom,
      };
    });
  }),

  priceCart: anyone
    .input(
      z.object({
        lines: cartLines,
        provinceCode: z.string().max(2).nullable(),
        hold: holdId,
        voucher: typedVoucher,
        credit: typedVoucher,
        /** Whose voucher it is to be, as typed. */
        phone: z.string().max(60).nullish(),
      }),
    )
    .query(async ({ ctx, input: { lines, provinceCode, hold, ...typed } }) => {
      const priced = await priceCart(ctx.database, ctx.moment().now, lines, provinceCode, hold ?? null);
      return priceWithVoucher(ctx, priced, typed);
    }),
});
