import { createHash } from 'node:crypto';
import { fail, ok } from '@baunghe/db';
import { bookedFor, deliverOrder, shipByHand, shipOrder, wantConsignment } from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { optionalLine } from './fields.ts';
import { told } from './told.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const codes = z.array(z.string().max(40)).min(1, 'order_missing').max(50);

/** A key of one order's own, the same whenever the form's is: so a form sent twice does nothing twice. */
function keyOf(form: string, code: string): string {
  const hash = createHash('sha256').update(`${form} ${code}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const idOf = async ({ database }: ApiContext, code: string) =>
  (await database.order.findUnique({ where: { code }, select: { id: true } }))?.id ?? null;

/** One step for several orders: each its own transaction with its own answer, so that one refused holds up no other. */
export const bulkStepsRouter = router({
  /** Wants all of them taken by the carrier that is set up. */
  want: staff.input(writeKey.extend({ codes })).mutation(({ ctx, input: { key, codes } }) =>
    oneByOne(codes, async (code) => {
      const orderId = await idOf(ctx, code);
      if (!orderId) return fail({ code: 'order_unknown' });
      const input = { key: keyOf(key, code), orderId };
      return writeOnce(ctx, 'bulkSteps.want', input, async (tx) => {
        const { carrier } = ctx;
        if (!carrier) return fail({ code: 'carrier_not_set_up' });
        const wanted = await wantConsignment(tx, ctx.moment(), ctx.person, orderId, carrier);
        return wanted.ok ? ok(null) : wanted;
      });
    }),
  ),

  /** Hands them over; each with its own number, where one was typed or its carrier gave one. */
  ship: staff
    .input(
      writeKey.extend({
        codes,
        carrier: optionalLine(60),
        trackings: z.record(z.string().max(40), optionalLine(60)).optional(),
      }),
    )
    .mutation(({ ctx, input: { key, codes, carrier, trackings = {} } }) => {
      const { gln, gs1Prefix } = ctx.settings;
      const by = { userId: ctx.person.userId, gln, gs1Prefix };
      return oneByOne(codes, async (code) => {
        const orderId = await idOf(ctx, code);
        if (!orderId) return fail({ code: 'order_unknown' });
        const typed = { orderId, carrier, tracking: trackings[code] ?? null };
        const input = { key: keyOf(key, code), ...typed };
        return writeOnce(ctx, 'bulkSteps.ship', input, async (tx) => {
          const booked = carrier === null ? await bookedFor(tx, orderId) : null;
          const name = carrier ?? (booked ? (ctx.carrier?.name ?? booked.carrier.toUpperCase()) : null);
          if (name === null) return fail({ code: 'carrier_wanted' });
          const shipping = { orderId, carrier: name, tracking: booked?.tracking ?? typed.tracking };
          // What a carrier booked is handed to it; anything else is booked by hand now.
          const ship = booked ? shipOrder : shipByHand;
          return told(tx, ctx, await ship(tx, ctx.moment(), by, shipping), orderId, 'order_shipped');
        });
      });
    }),

  deliver: staff.input(writeKey.extend({ codes })).mutation(({ ctx, input: { key, codes } }) =>
    oneByOne(codes, async (code) => {
      const orderId = await idOf(ctx, code);
      if (!orderId) return fail({ code: 'order_unknown' });
      const input = { key: keyOf(key, code), orderId };
      return writeOnce(ctx, 'bulkSteps.deliver', input, async (tx) =>
        told(tx, ctx, await deliverOrder(tx, ctx.moment(), ctx.person, orderId), orderId, 'order_delivered'),
      );
    }),
  ),
});

/** Does it to one order after the other, each once, and says of each what came of it. */
async function oneByOne<R>(codes: readonly string[], act: (code: string) => Promise<R>) {
  const answers: { code: string; answer: R }[] = [];
  for (const code of new Set(codes)) answers.push({ code, answer: await act(code) });
  return answers;
}
