import { fail, ok, type Tx } from '@baunghe/db';
import { qrPng, qrSvg } from '@baunghe/labels';
import { type Dong, dong } from '@baunghe/money';
import {
  afterOrder,
  type CardOfOrder,
  CONSENT_PURPOSES,
  cardOfOrder,
  heldUntil,
  holdCart,
  type OrderView,
  orderView,
  placeOrder,
  preorderOfOrder,
  recordConsents,
  shortName,
  typedOrderCode,
} from '@baunghe/orders';
import {
  BANKS,
  bankName,
  keepPayoutAccount,
  moneyOfOrder,
  spendCredit,
  vietQrPayload,
} from '@baunghe/payments';
import { z } from 'zod';
import { askCode } from './code-limit.ts';
import type { ApiSettings } from './context.ts';
import { mayKeepCredit } from './credit.ts';
import { id, line, optionalLine, phone } from './fields.ts';
import { opensOrder, orderKey } from './order-key.ts';
import { cartLines, holdId, typedVoucher } from './products.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, router } from './trpc.ts';
import { waysToPay } from './ways-to-pay.ts';
import { wishes } from './wishes.ts';
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
  method: z.enum(['cod', 'vietqr', 'card'], 'method_missing'),
  seenTotal: z
    .number()
    .int()
    .min(0)
    .transform((sum) => dong(sum)),
  hold: holdId,
  wishes,
  voucher: typedVoucher,
  /** The code of money that is kept for this number. */
  credit: typedVoucher,
  /** What was agreed to beside the order, each of its own free will. */
  consents: z.array(z.enum(CONSENT_PURPOSES)).max(CONSENT_PURPOSES.length).default([]),
});

/** How a buyer pays an order by transfer. */
export interface TransferToMake {
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
  /** What is still missing. */
  amount: Dong;
}

/** Placing an order as a guest and following it. */
export const checkoutRouter = router({
  methods: anyone.query(({ ctx }) => waysToPay(ctx)),

  /** Keeps a cart's fruit for a quarter of an hour; null where it is not kept, and then sold to whoever orders first. */
  hold: anyone.input(writeKey.extend({ lines: cartLines, hold: holdId })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'checkout.hold', input, (tx) => {
      const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
      return holdCart(tx, ctx.moment(), { holdId: input.hold ?? null, lines: input.lines, network });
    }),
  ),

  /** Until when a cart is kept; null when it is not. */
  heldUntil: anyone
    .input(z.object({ lines: cartLines, hold: id }))
    .query(({ ctx, input }) =>
      heldUntil(ctx.database, ctx.moment().now, { holdId: input.hold, lines: input.lines }),
    ),

  place: anyone.input(checkout).mutation(({ ctx, input }) =>
    askCode(ctx, [input.voucher, input.credit].join(' '), () =>
      writeOnce(ctx, 'checkout.place', input, async (tx) => {
        if (!waysToPay(ctx).includes(input.method)) return fail({ code: 'method_not_offered' });
        const moment = ctx.moment();
        const placed = await placeOrder(tx, moment, { ...input, holdId: input.hold ?? null });
        if (!placed.ok) return placed;
        const { orderId, code, total } = placed.value;
        const { phone, locale, consents: purposes } = input;
        if (input.credit?.trim()) {
          const spent = await spendCredit(tx, moment, { orderId, phone, code: input.credit });
          if (!spent.ok) return spent;
        }
        await recordConsents(tx, moment, { phone, purposes, locale, page: '/checkout', orderId });
        await tellBuyer(tx, moment, ctx.settings, { orderId, kind: 'order_placed' });
        return ok({ code, total, orderKey: orderKey(ctx.settings.secret, code) });
      }),
    ),
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
      const card = order.method === 'card' ? await cardOfOrder(ctx.database, order.id) : null;
      const mayPayByCard = ctx.cardGateway !== null && isToBePaidByCard(order, card);
      const rateAs = shortName(order.buyer.name);
      const { changes, ...after } = await afterOrder(ctx.database, ctx.moment().now, order.id);
      const money = await moneyForBuyer(ctx.database, order.id);
      const transfer = transferFor(ctx.settings, order, money.missing);
      const preorder = await preorderOfOrder(ctx.database, order.id);
      const keep = await mayKeepCredit(ctx.database, ctx.settings, order.id);
      const pay = { transfer, card, mayPayByCard, mayKeepCredit: keep };
      // Who of the cooperative it was is no buyer's to know.
      const told = changes.map(({ byUser, ...change }) => ({
        ...change,
        by: byUser === null ? ('buyer' as const) : ('cooperative' as const),
      }));
      return ok({ ...order, after: { ...after, changes: told }, money, steps, rateAs, ...pay, preorder });
    }),

  /** Banks that a buyer may name, by BIN. */
  payoutBanks: anyone.query(() => BANKS),

  /** Keeps where the buyer wants money owed back to be sent, until it is. */
  tellAccount: anyone
    .input(
      writeKey.extend({
        code: z.string().max(40),
        orderKey: z.string().max(64),
        bin: z.string('bank_missing').refine((bin) => bankName(bin) !== null, 'bank_missing'),
        account: z
          .string('account_invalid')
          .transform((typed) => typed.replace(/[\s.-]/g, ''))
          .pipe(z.string().regex(/^[0-9A-Za-z]{4,19}$/, 'account_invalid')),
        holder: line(80, 'holder_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      // An account is no answer to keep: the writes' table holds the hash of it alone.
      writeOnce(ctx, 'checkout.tellAccount', input, async (tx) => {
        const code = typedOrderCode(input.code);
        if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
        const order = await tx.order.findUnique({ where: { code }, select: { id: true } });
        if (!order) return fail({ code: 'order_unknown' });
        const { bin, account, holder } = input;
        return keepPayoutAccount(tx, ctx.moment(), { orderId: order.id, bin, account, holder });
      }),
    ),

  /** The transfer's code as a PNG to keep among one's pictures. */
  transferPicture: anyone
    .input(z.object({ code: z.string().max(40), orderKey: z.string().max(64) }))
    .query(async ({ ctx, input }) => {
      const code = typedOrderCode(input.code);
      if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return fail({ code: 'order_unknown' });
      const order = await orderView(ctx.database, { code });
      const money = order && (await moneyForBuyer(ctx.database, order.id));
      const transfer = money && transferFor(ctx.settings, order, money.missing);
      if (!transfer) return fail({ code: 'order_unknown' });
      return ok({ png: await qrPng(transfer.payload) });
    }),
});

function isToBePaidByCard(order: OrderView, card: CardOfOrder | null): boolean {
  const waits = order.state === 'placed' && order.payment.state === 'awaiting';
  return order.method === 'card' && waits && card?.state !== 'authorised';
}

function transferFor({ bank }: ApiSettings, order: OrderView, missing: Dong): TransferToMake | null {
  // A deposit is always a transfer, whatever way the rest is paid.
  const byTransfer = order.method === 'vietqr' || order.state === 'preordered';
  if (!bank || !byTransfer || order.payment.state !== 'awaiting' || missing === 0) return null;
  const { purpose } = order.payment;
  const payload = vietQrPayload({ bin: bank.bin, account: bank.account, amount: missing, purpose });
  const how = { payload, svg: qrSvg(payload), bankName: bankName(bank.bin), purpose };
  return { ...how, ...bank, amount: missing };
}

/** What a buyer sees of an order's money: what is missing, and what is owed back or was given. */
async function moneyForBuyer(tx: Tx, orderId: string) {
  const money = await moneyOfOrder(tx, orderId);
  const refunds = (money?.refunds ?? [])
    .filter(({ state }) => state !== 'dropped')
    .map(({ id, amount, reason, state, closedAt, through }) => ({
      id,
      amount,
      reason,
      givenAt: state === 'settled' ? closedAt : null,
      through,
    }));
  return {
    received: money?.received ?? dong(0),
    missing: money?.missing ?? dong(0),
    refunds,
    /** The end of the account that the buyer named; null: none is known. */
    payoutEnds: money?.payout?.account.slice(-3) ?? null,
  };
}
