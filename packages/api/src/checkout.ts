import { fail, ok } from '@baunghe/db';
import { qrPng, qrSvg } from '@baunghe/labels';
import { type Dong, dong } from '@baunghe/money';
import { afterOrder, type OrderView, orderView, placeOrder, typedOrderCode } from '@baunghe/orders';
import { bankName, vietQrPayload } from '@baunghe/payments';
import { z } from 'zod';
import type { ApiSettings } from './context.ts';
import { line, optionalLine, phone } from './fields.ts';
import { opensOrder, orderKey } from './order-key.ts';
import { cartLines } from './products.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const checkout = writeKey.extend({
  lines: cartLines,
  buyerName: line(80, 'name_missing'),
  phone,
  provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
  wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
  street: line(160, 'street_missing'),
  note: optionalLine(300),
  locale: z.enum(['vi', 'en', 'zh']),
  method: z.enum(['cod', 'vietqr'], 'method_missing'),
  seenTotal: z
    .number()
    .int()
    .min(0)
    .transform((sum) => dong(sum)),
});

/** How a buyer pays an order by transfer. */
export interface TransferToMake {
  /** What is missing, in đồng. */
  amount: Dong;
  /** What a banking app reads: EMVCo/NAPAS. */
  payload: string;
  /** The payload as an SVG picture. */
  svg: string;
  bin: string;
  /** The bank's name as a buyer knows it; null for one that is not in our list. */
  bankName: string | null;
  account: string;
  accountName: string;
  purpose: string;
}

/** Placing an order as a guest and following it. */
export const checkoutRouter = router({
  methods: anyone.query(({ ctx }) => (ctx.settings.bank ? (['cod', 'vietqr'] as const) : (['cod'] as const))),

  place: anyone.input(checkout).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'checkout.place', input, async (tx) => {
      if (input.method === 'vietqr' && !ctx.settings.bank) return fail({ code: 'method_not_offered' });
      const placed = await placeOrder(tx, ctx.moment(), input);
      if (!placed.ok) return placed;
      const { code, total, orderId } = placed.value;
      await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind: 'order_placed' });
      return ok({ code, total, orderKey: orderKey(ctx.settings.secret, code) });
    }),
  ),

  /** The key of an order's page for who knows its code and its phone number; one answer for every mismatch. */
  find: anyone.input(z.object({ code: z.string().max(40), phone })).query(async ({ ctx, input }) => {
    const code = typedOrderCode(input.code);
    const order = await ctx.database.order.findUnique({ where: { code }, select: { phone: true } });
    if (order?.phone !== input.phone) return fail({ code: 'order_unknown' });
    return ok({ code, orderKey: orderKey(ctx.settings.secret, code) });
  }),

  follow: anyone
    .input(z.object({ code: z.string().max(40), orderKey: z.string().max(64) }))
    .query(async ({ ctx, input }) => {
      const code = typedOrderCode(input.code);
      if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
      const order = await orderView(ctx.database, { code });
      if (!order) return fail({ code: 'order_unknown' });
      const steps = order.steps.map(({ from, to, at, why }) => ({ from, to, at, why }));
      const after = await afterOrder(ctx.database, ctx.moment().now, order.id);
      return ok({ ...order, after, steps, transfer: transferFor(ctx.settings, order, after.missing) });
    }),

  /** The transfer's code as a PNG to keep among one's pictures. */
  transferPicture: anyone
    .input(z.object({ code: z.string().max(40), orderKey: z.string().max(64) }))
    .query(async ({ ctx, input }) => {
      const code = typedOrderCode(input.code);
      if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
      const order = await orderView(ctx.database, { code });
      const missing = order && (await afterOrder(ctx.database, ctx.moment().now, order.id)).missing;
      const transfer = order && missing && transferFor(ctx.settings, order, missing);
      if (!transfer) return fail({ code: 'order_unknown' });
      return ok({ png: await qrPng(transfer.payload) });
    }),
});

function transferFor({ bank }: ApiSettings, order: OrderView, amount: Dong): TransferToMake | null {
  if (!bank || order.method !== 'vietqr' || order.payment.state !== 'awaiting') return null;
  const { purpose } = order.payment;
  const payload = vietQrPayload({ bin: bank.bin, account: bank.account, amount, purpose });
  return { amount, payload, svg: qrSvg(payload), ...bank, bankName: bankName(bank.bin), purpose };
}
