import { maskPhone, phoneNumber } from '@baunghe/coop';
import { fail, ok } from '@baunghe/db';
import {
  askErasure,
  askExport,
  CONSENT_PURPOSES,
  consentsOf,
  consentWordings,
  dataRequests,
  orderData,
  typedOrderCode,
  withdrawConsent,
} from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { opensOrder } from './order-key.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const proof = { code: z.string().max(40), orderKey: z.string().max(64) };
const locale = z.enum(['vi', 'en', 'zh']);
const PAGE = '/my-data';

/** What buyers agreed to, and what is kept of them; an order's key proves who asks. */
export const buyerDataRouter = router({
  /** What is asked at the checkout and elsewhere, in the newest words. */
  wordings: anyone.query(({ ctx }) => consentWordings(ctx.database)),

  consents: anyone.input(z.object(proof)).query(async ({ ctx, input }) => {
    const order = await provenOrder(ctx, input);
    if (!order) return fail({ code: 'order_unknown' });
    const consents = await consentsOf(ctx.database, order.phone);
    return ok({ code: order.code, phone: masked(order.phone), consents });
  }),

  withdraw: anyone
    .input(writeKey.extend({ ...proof, locale, purpose: z.enum(CONSENT_PURPOSES) }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'buyerData.withdraw', input, async (tx) => {
        const order = await provenOrder(ctx, input);
        if (!order) return fail({ code: 'order_unknown' });
        const { phone, id: orderId } = order;
        const { purpose } = input;
        await withdrawConsent(tx, ctx.moment(), {
          phone,
          purpose,
          orderId,
          page: PAGE,
          locale: input.locale,
        });
        return ok(undefined);
      }),
    ),

  /** Everything kept by the order, for its buyer to take along. */
  export: anyone.input(writeKey.extend(proof)).mutation(async ({ ctx, input }) => {
    // What is told is read afterwards: the answers of writes are kept, and the data are not to be kept twice.
    const asked = await writeOnce(ctx, 'buyerData.export', input, async (tx) => {
      const order = await provenOrder(ctx, input);
      if (!order) return fail({ code: 'order_unknown' });
      await askExport(tx, ctx.moment(), order.id);
      return ok({ code: order.code });
    });
    return asked.ok ? orderData(ctx.database, asked.value.code) : asked;
  }),

  erase: anyone.input(writeKey.extend({ ...proof, locale })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'buyerData.erase', input, async (tx) => {
      const order = await provenOrder(ctx, input);
      if (!order) return fail({ code: 'order_unknown' });
      return askErasure(tx, ctx.moment(), { code: order.code, locale: input.locale, page: PAGE });
    }),
  ),

  requests: only('manager').query(({ ctx }) => dataRequests(ctx.database, 200)),
});

/** The order that a key opens; null for any other key, and once its buyer was erased. */
async function provenOrder(
  { database, settings }: ApiContext,
  { code: typed, orderKey }: { code: string; orderKey: string },
) {
  const code = typedOrderCode(typed);
  if (!opensOrder(settings.secret, code, orderKey)) return null;
  const order = await database.order.findUnique({
    where: { code },
    select: { id: true, code: true, phone: true },
  });
  return order && order.phone !== '' ? order : null;
}

function masked(phone: string): string {
  const read = phoneNumber(phone);
  return read.ok ? maskPhone(read.value.e164) : '';
}
