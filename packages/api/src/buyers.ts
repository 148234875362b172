import {
  buyerCookie,
  buyerSessions,
  changeKeptCart,
  dropAddress,
  endBuyerSessions,
  keepAddress,
  keptAddresses,
  keptCart,
  openBuyerSession,
} from '@baunghe/coop';
import { fail, ok } from '@baunghe/db';
import { ordersOfPhone } from '@baunghe/orders';
import { z } from 'zod';
import { accountData, eraseAccount } from './buyer-account-data.ts';
import { enterShop } from './buyer-entrance.ts';
import { buyerPasskeysRouter } from './buyer-passkeys.ts';
import type { ApiContext } from './context.ts';
import { id, line, optionalLine, phone } from './fields.ts';
import { phoneProvedBy, sendCode } from './one-time-code.ts';
import { orderKey } from './order-key.ts';
import { cartLines } from './products.ts';
import { anyone, onlyBuyer, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const locale = z.enum(['vi', 'en', 'zh']);
const MOST_ORDERS = 100;

/** Buyers' accounts: a telephone number proved by a code, and what its owner keeps here. */
export const buyersRouter = router({
  passkeys: buyerPasskeysRouter,

  /** The buyer who is signed in; null for a guest. */
  me: anyone.query(({ ctx }) => {
    if (!ctx.buyer) return null;
    const { phone, name, locale } = ctx.buyer;
    return { phone, name, locale };
  }),

  /** Sends a code to a number, known or not. In the demo nothing is sent, and its digits are told to who asked. */
  askCode: anyone
    .input(writeKey.extend({ phone, locale }))
    .mutation(({ ctx, input }) =>
      sendCode(ctx, { procedure: 'buyers.askCode', door: 'shop', words: 'sign_in_code' }, input),
    ),

  /** Signs in by a code, and merges the cart that the browser brings into the kept one. */
  enter: anyone
    .input(z.object({ codeId: id, digits: z.string().max(40), cart: cartLines, locale }))
    .mutation(async ({ ctx, input }) => {
      const phone = await phoneProvedBy(ctx, 'shop', input);
      if (!phone) return fail({ code: 'code_wrong' });
      return ctx.database.$transaction(async (tx) =>
        ok(
          await enterShop(ctx, tx, input.cart, (device) =>
            openBuyerSession(tx, ctx.moment(), { phone, locale: input.locale, device }),
          ),
        ),
      );
    }),

  /** Ends the session that asks; its cookie, and every copy of it, is worth nothing from then on. */
  signOut: anyone.input(writeKey).mutation(async ({ ctx }) => {
    const { buyer } = ctx;
    if (buyer) await ctx.database.$transaction((tx) => endBuyerSessions(tx, buyer, { id: buyer.sessionId }));
    ctx.setCookie.push(buyerCookie(null, siteOf(ctx)));
    return ok(undefined);
  }),

  changeDetails: onlyBuyer
    .input(writeKey.extend({ name: optionalLine(80), locale }))
    .mutation(({ ctx, input }) =>
      writeOnce(quietly(ctx), 'buyers.changeDetails', input, async (tx) => {
        const data = { name: input.name ?? '', locale: input.locale };
        await tx.buyer.updateMany({ where: { id: ctx.buyer.id }, data });
        return ok(undefined);
      }),
    ),

  /** The newest orders of the proved number, each with the key of its page. */
  orders: onlyBuyer.query(async ({ ctx }) => {
    const orders = await ordersOfPhone(ctx.database, ctx.buyer.phone, MOST_ORDERS);
    return orders.map((order) => ({ ...order, orderKey: orderKey(ctx.settings.secret, order.code) }));
  }),

  /** A buyer's addresses, the default first; none for a guest. */
  addresses: anyone.query(({ ctx }) => (ctx.buyer ? keptAddresses(ctx.database, ctx.buyer.id) : [])),

  keepAddress: onlyBuyer
    .input(
      writeKey.extend({
        id: id.nullable(),
        name: line(80, 'name_missing'),
        provinceCode: z.string('province_missing').regex(/^\d{2}$/, 'province_missing'),
        wardCode: z.string('ward_missing').regex(/^\d{5}$/, 'ward_missing'),
        street: line(160, 'street_missing'),
        note: optionalLine(300),
        isDefault: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(quietly(ctx), 'buyers.keepAddress', input, (tx) =>
        keepAddress(tx, ctx.moment(), ctx.buyer.id, input),
      ),
    ),

  dropAddress: onlyBuyer.input(writeKey.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(quietly(ctx), 'buyers.dropAddress', input, async (tx) => {
      await dropAddress(tx, ctx.buyer.id, input.id);
      return ok(undefined);
    }),
  ),

  /** What the account's cart holds; null for a guest, whose cart the browser keeps. */
  cart: anyone.query(({ ctx }) =>
    ctx.buyer ? keptCart(ctx.database, ctx.moment().now, ctx.buyer.id) : null,
  ),

  changeCart: onlyBuyer
    .input(
      writeKey.extend({
        changes: z
          .array(
            z.object({ productId: id, markdownId: id.nullish(), by: z.number().int().min(-500).max(500) }),
          )
          .max(80),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(quietly(ctx), 'buyers.changeCart', input, async (tx) =>
        ok(await changeKeptCart(tx, ctx.moment().now, ctx.buyer.id, input.changes)),
      ),
    ),

  sessions: onlyBuyer.query(({ ctx }) => buyerSessions(ctx.database, ctx.moment().now, ctx.buyer)),

  /** Ends one of the buyer's sessions, or all others. */
  endSessions: onlyBuyer.input(writeKey.extend({ id: id.nullable() })).mutation(({ ctx, input }) =>
    writeOnce(quietly(ctx), 'buyers.endSessions', input, async (tx) => {
      await endBuyerSessions(tx, ctx.buyer, input.id === null ? 'others' : { id: input.id });
      return ok(undefined);
    }),
  ),

  /** Everything kept of the account and its number, to take along. */
  export: onlyBuyer.input(writeKey).mutation(({ ctx, input }) => accountData(ctx, ctx.buyer, input)),

  /** Erases the account and all that no law obliges to keep of its number, and signs out. */
  erase: onlyBuyer
    .input(writeKey.extend({ locale }))
    .mutation(({ ctx, input }) => eraseAccount(ctx, ctx.buyer, input)),
});

/** How the account's cookie is set here. */
function siteOf({ settings }: ApiContext): { secure: boolean } {
  return { secure: settings.publicUrl.startsWith('https:') };
}

/** What changes on a buyer's own pages alone drops no public page that is kept. */
function quietly<C extends ApiContext>(ctx: C): C {
  return { ...ctx, written: () => {} };
}
