import { fail, ok, ShareRule } from '@baunghe/db';
import { dong } from '@baunghe/money';
import {
  CONSENT_PURPOSES,
  closeOffer,
  keepOrderTerms,
  offersInOffice,
  offersOnSale,
  openOffer,
  placePreorder,
  preorderSums,
  previewShare,
  recordConsents,
  shareOut,
} from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line, optionalLine, phone } from './fields.ts';
import { orderKey } from './order-key.ts';
import { tellBuyer, tellOfHarvest } from './tell-buyer.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const manager = only('manager');

const quantity = z
  .number('quantity_invalid')
  .int('quantity_invalid')
  .min(1, 'quantity_invalid')
  .max(500, 'quantity_invalid');

const percent = z
  .number('number_invalid')
  .int('number_invalid')
  .min(1, 'number_invalid')
  .max(100, 'number_invalid');

const preorder = writeKey.extend({
  offerId: id,
  quantity,
  buyerName: line(80, 'name_missing'),
  phone,
  provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
  wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
  street: line(160, 'street_missing'),
  note: optionalLine(300),
  locale: z.enum(['vi', 'en', 'zh']),
  /** How the rest is paid; the deposit is a transfer. */
  method: z.enum(['cod', 'vietqr'], 'method_missing'),
  seenTotal: z
    .number()
    .int()
    .min(0)
    .transform((sum) => dong(sum)),
  consents: z.array(z.enum(CONSENT_PURPOSES)).max(CONSENT_PURPOSES.length).default([]),
});

const newOffer = writeKey.extend({
  productId: z.string('fruit_missing').min(1, 'fruit_missing').max(64),
  /** Any day of the week. */
  week: day,
  lastDay: day,
  price: z
    .number('amount_missing')
    .int('amount_invalid')
    .min(1, 'amount_missing')
    .max(1e11, 'amount_invalid')
    .transform((price) => dong(price)),
  depositPercent: percent,
  forecastPercent: percent,
  rule: z.enum(ShareRule, 'rule_missing'),
});

/** Fruit sold of a harvest that is still to come; only where there is an account for the deposits. */
export const preordersRouter = router({
  /** What can be ordered ahead now, the next week first: all, or of a product. */
  onSale: anyone
    .input(z.object({ slug: z.string().max(120).nullable() }))
    .query(({ ctx, input }) =>
      ctx.settings.bank
        ? offersOnSale(ctx.database, ctx.moment().now, input.slug === null ? {} : { slug: input.slug })
        : [],
    ),

  /** One of them, and what so many units of it come to. */
  offer: anyone
    .input(z.object({ offerId: id, quantity, provinceCode: z.string().max(2).nullable() }))
    .query(async ({ ctx, input }) => {
      const { offerId, provinceCode } = input;
      const [offer] = ctx.settings.bank
        ? await offersOnSale(ctx.database, ctx.moment().now, { offerId })
        : [];
      if (!offer) return fail({ code: 'offer_unknown' });
      const { now } = ctx.moment();
      return ok({
        ...offer,
        sums: await preorderSums(ctx.database, now, offer, input.quantity, provinceCode),
      });
    }),

  place: anyone.input(preorder).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'preorders.place', input, async (tx) => {
      if (!ctx.settings.bank) return fail({ code: 'no_bank_account' });
      const moment = ctx.moment();
      const { key: _key, consents: purposes, ...order } = input;
      const placed = await placePreorder(tx, moment, order);
      if (!placed.ok) return placed;
      const { orderId, code, deposit } = placed.value;
      await keepOrderTerms(tx, moment.now, orderId);
      const { phone, locale } = input;
      await recordConsents(tx, moment, { phone, purposes, locale, page: '/pre-orders', orderId });
      await tellBuyer(tx, moment, ctx.settings, { orderId, kind: 'preorder_placed' });
      return ok({ code, deposit, orderKey: orderKey(ctx.settings.secret, code) });
    }),
  ),

  /** All offers, and whether there is an account that deposits can go to. */
  inOffice: staff.query(async ({ ctx }) => ({
    hasBank: ctx.settings.bank !== null,
    offers: await offersInOffice(ctx.database),
  })),

  /** An offer, and how the fruit that is free now would be shared out. */
  oneInOffice: staff.input(z.object({ offerId: id })).query(async ({ ctx, input }) => {
    const [offer] = await offersInOffice(ctx.database, input);
    const share = await previewShare(ctx.database, ctx.moment().now, input.offerId);
    return offer && share ? ok({ ...offer, share }) : fail({ code: 'offer_unknown' });
  }),

  open: manager.input(newOffer).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'preorders.open', input, async (tx) => {
      if (!ctx.settings.bank) return fail({ code: 'no_bank_account' });
      const { key: _key, ...offer } = input;
      return openOffer(tx, ctx.moment(), ctx.person, offer);
    }),
  ),

  shareOut: manager.input(writeKey.extend({ offerId: id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'preorders.shareOut', input, async (tx) => {
      const shared = await shareOut(tx, ctx.moment(), ctx.person, input.offerId);
      if (!shared.ok) return shared;
      await tellOfHarvest(tx, ctx.moment(), ctx.settings, shared.value);
      return ok({ told: shared.value.length });
    }),
  ),

  close: manager.input(writeKey.extend({ offerId: id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'preorders.close', input, async (tx) => {
      const closed = await closeOffer(tx, ctx.moment(), ctx.person, input.offerId);
      if (!closed.ok) return closed;
      await tellOfHarvest(tx, ctx.moment(), ctx.settings, closed.value);
      return ok({ told: closed.value.length });
    }),
  ),
});
