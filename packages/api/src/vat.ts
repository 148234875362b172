import { addVatRule, keptTaxes, lowerKeptTax, vatOfProducts } from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const keeper = only('manager', 'accountant');

/** How what is sold is treated for VAT. */
export const vatRouter = router({
  list: keeper.query(({ ctx }) => vatOfProducts(ctx.database, ctx.moment().now)),

  /** From a day on; no product: delivery. */
  addRule: keeper
    .input(
      writeKey.extend({
        productId: id.nullable(),
        fromDay: day,
        kind: z.enum(['not_subject', 'not_declared', 'rate'], 'kind_missing'),
        rate: z
          .number('percent_invalid')
          .int('percent_invalid')
          .min(0, 'percent_invalid')
          .max(10_000, 'percent_invalid'),
        why: line(200, 'why_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'vat.addRule', input, (tx) => {
        const { key: _key, ...rule } = input;
        return addVatRule(tx, ctx.moment(), ctx.person, rule);
      }),
    ),

  /** Refunds booked before they lowered VAT, whose tax is owed still. */
  kept: keeper.query(({ ctx }) => keptTaxes(ctx.database)),

  /** Books the tax within such a refund as no longer owed, today. */
  lower: keeper
    .input(writeKey.extend({ refund: z.string().min(1).max(120) }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'vat.lower', input, (tx) => lowerKeptTax(tx, ctx.moment(), input.refund)),
    ),
});
