import { fail, ok, type Result } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { cancelOrder, changeAddress, changeQuantities, typedOrderCode } from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id, line, optionalLine } from './fields.ts';
import { opensOrder, opensShort, orderKey } from './order-key.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

/** What opens an order to its buyer. */
export const ownOrder = z.object({ code: z.string().max(40), orderKey: z.string().max(64) });

const sum = z
  .number()
  .int()
  .min(0)
  .max(2e12)
  .transform((total) => dong(total));

const change = writeKey.extend(ownOrder.shape);

/** The id of an order for who has its key. */
export async function openOwn(
  { database, settings }: Pick<ApiContext, 'database' | 'settings'>,
  own: z.infer<typeof ownOrder>,
): Promise<Result<{ orderId: string; code: string }, { code: 'order_unknown' }>> {
  const code = typedOrderCode(own.code);
  if (!opensOrder(settings.secret, code, own.orderKey)) return fail({ code: 'order_unknown' });
  const order = await database.order.findUnique({ where: { code }, select: { id: true } });
  return order ? ok({ orderId: order.id, code }) : fail({ code: 'order_unknown' });
}

/** What buyers change of their own orders, by the order's key. */
export const ownOrderRouter = router({
  /** The key of an order's page, and its language, for who has the short one of a message. */
  byLink: anyone
    .input(z.object({ code: z.string().max(40), key: z.string().max(40) }))
    .query(async ({ ctx, input }) => {
      const code = typedOrderCode(input.code);
      if (!opensShort(ctx.settings.secret, code, input.key)) return fail({ code: 'order_unknown' });
      const order = await ctx.database.order.findUnique({ where: { code }, select: { locale: true } });
      if (!order) return fail({ code: 'order_unknown' });
      return ok({ code, locale: order.locale, orderKey: orderKey(ctx.settings.secret, code) });
    }),

  changeAddress: anyone
    .input(
      change.extend({
        provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
        wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
        street: line(160, 'street_missing'),
        note: optionalLine(300),
        seenTotal: sum,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const own = await openOwn(ctx, input);
      if (!own.ok) return own;
      return writeOnce(ctx, 'ownOrder.changeAddress', input, (tx) =>
        changeAddress(tx, ctx.moment(), { ...input, orderId: own.value.orderId, byUser: null }),
      );
    }),

  changeQuantities: anyone
    .input(
      change.extend({
        lines: z
          .array(
            z.object({
              lineId: id,
              quantity: z
                .number('quantity_invalid')
                .int('quantity_invalid')
                .min(1, 'quantity_invalid')
                .max(500, 'quantity_invalid'),
            }),
          )
          .max(40),
        seenTotal: sum,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const own = await openOwn(ctx, input);
      if (!own.ok) return own;
      return writeOnce(ctx, 'ownOrder.changeQuantities', input, (tx) =>
        changeQuantities(tx, ctx.moment(), { ...input, orderId: own.value.orderId, byUser: null }),
      );
    }),

  cancel: anyone.input(change.extend({ why: line(200, 'why_missing') })).mutation(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    const { orderId } = own.value;
    return writeOnce(ctx, 'ownOrder.cancel', input, async (tx) => {
      const gone = await cancelOrder(tx, ctx.moment(), { orderId, byUser: null, why: input.why });
      if (gone.ok) await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind: 'order_cancelled' });
      return gone;
    });
  }),
});
