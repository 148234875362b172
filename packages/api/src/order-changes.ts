import { changeAddress, changeDay, changeQuantities, changeWishes, wishChoices } from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line } from './fields.ts';
import { newAddress, newQuantities, seenTotal, wishedIn } from './order-change-fields.ts';
import { told } from './told.ts';
import { only, router } from './trpc.ts';
import { wishes } from './wishes.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const change = writeKey.extend({ orderId: id, why: line(200, 'why_missing') });

/** What the cooperative changes of an order that is not packed, for its buyer and with a reason; the buyer is told. */
export const orderChangesRouter = router({
  /** The days that may be chosen now, and whether it has fruit of which ripeness is a question. */
  choices: manager
    .input(z.object({ orderId: id }))
    .query(({ ctx, input }) => wishChoices(ctx.database, ctx.moment().now, input.orderId)),

  /** Other quantities; none of a line takes it out. */
  quantities: manager
    .input(change.extend({ lines: newQuantities(0), seenTotal }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'orderChanges.quantities', input, async (tx) => {
        const wanted = { ...input, byUser: ctx.person.userId };
        const done = await changeQuantities(tx, ctx.moment(), wanted);
        return told(tx, ctx, done, input.orderId, 'order_changed');
      }),
    ),

  address: manager.input(change.extend(newAddress.shape)).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'orderChanges.address', input, async (tx) => {
      const done = await changeAddress(tx, ctx.moment(), { ...input, byUser: ctx.person.userId });
      return told(tx, ctx, done, input.orderId, 'order_changed');
    }),
  ),

  day: manager.input(change.extend({ leaveOn: day })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'orderChanges.day', input, async (tx) => {
      const done = await changeDay(tx, ctx.moment(), { ...input, byUser: ctx.person.userId });
      return told(tx, ctx, done, input.orderId, 'order_changed');
    }),
  ),

  wishes: manager.input(change.extend({ wishes })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'orderChanges.wishes', input, async (tx) => {
      const { orderId, why } = input;
      const by = { orderId, why, byUser: ctx.person.userId };
      const done = await changeWishes(tx, ctx.moment(), { ...by, ...wishedIn(input.wishes) });
      return told(tx, ctx, done, orderId, 'order_changed');
    }),
  ),
});
