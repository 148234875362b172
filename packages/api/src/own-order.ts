import { fail, ok, type Result } from '@baunghe/db';
import {
  cancelOrder,
  changeAddress,
  changeDay,
  changeQuantities,
  changeWishes,
  typedOrderCode,
  wishChoices,
} from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { day, line } from './fields.ts';
import { newAddress, newQuantities, seenTotal, wishedIn } from './order-change-fields.ts';
import { opensOrder, opensShort, orderKey } from './order-key.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, router } from './trpc.ts';
import { wishes } from './wishes.ts';
import { writeKey, writeOnce } from './write-once.ts';

/** What opens an order to its buyer. */
export const ownOrder = z.object({ code: z.string().max(40), orderKey: z.string().max(64) });

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

  changeAddress: anyone.input(change.extend(newAddress.shape)).mutation(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    return writeOnce(ctx, 'ownOrder.changeAddress', input, (tx) =>
      changeAddress(tx, ctx.moment(), { ...input, orderId: own.value.orderId, byUser: null }),
    );
  }),

  changeQuantities: anyone
    .input(change.extend({ lines: newQuantities(1), seenTotal }))
    .mutation(async ({ ctx, input }) => {
      const own = await openOwn(ctx, input);
      if (!own.ok) return own;
      return writeOnce(ctx, 'ownOrder.changeQuantities', input, (tx) =>
        changeQuantities(tx, ctx.moment(), { ...input, orderId: own.value.orderId, byUser: null }),
      );
    }),

  /** The days that may be chosen now, and whether it has fruit of which ripeness is a question. */
  choices: anyone.input(ownOrder).query(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    return ok(await wishChoices(ctx.database, ctx.moment().now, own.value.orderId));
  }),

  changeDay: anyone.input(change.extend({ leaveOn: day })).mutation(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    const { orderId } = own.value;
    return writeOnce(ctx, 'ownOrder.changeDay', input, (tx) =>
      changeDay(tx, ctx.moment(), { orderId, leaveOn: input.leaveOn, byUser: null }),
    );
  }),

  changeWishes: anyone.input(change.extend({ wishes })).mutation(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    const { orderId } = own.value;
    return writeOnce(ctx, 'ownOrder.changeWishes', input, (tx) =>
      changeWishes(tx, ctx.moment(), { orderId, ...wishedIn(input.wishes), byUser: null }),
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
