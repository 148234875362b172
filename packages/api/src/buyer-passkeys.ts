import {
  addPasskey,
  addSession,
  beginEntry,
  beginPasskey,
  buyerCookie,
  buyerOfPasskey,
  deviceWords,
  dropPasskey,
  endBuyerSessions,
  type KeptLine,
  mergeCart,
  passkeysOf,
} from '@baunghe/coop';
import { fail, ok, type Result } from '@baunghe/db';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id } from './fields.ts';
import { asserted, attested, siteOf } from './passkey-input.ts';
import { cartLines } from './products.ts';
import { anyone, onlyBuyer, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

/**
 * Passkeys of buyers (WebAuthn). Nothing here goes by `writeOnce` but the taking away: a challenge is signed once by
 * itself, and what was signed is no answer to keep.
 */
export const buyerPasskeysRouter = router({
  list: onlyBuyer.query(({ ctx }) => passkeysOf(ctx.database, ctx.buyer.id)),

  begin: onlyBuyer
    .input(z.object({}))
    .mutation(({ ctx }) => beginPasskey(ctx.database, ctx.moment(), siteOf(ctx), ctx.buyer)),

  add: onlyBuyer.input(z.object({ challengeId: id, response: attested })).mutation(({ ctx, input }) =>
    ctx.database.$transaction((tx) =>
      addPasskey(tx, ctx.moment(), siteOf(ctx), ctx.buyer, {
        challengeId: input.challengeId,
        response: input.response as unknown as Parameters<typeof addPasskey>[4]['response'],
        device: deviceWords(ctx.headers.get('user-agent')),
      }),
    ),
  ),

  drop: onlyBuyer.input(writeKey.extend({ id: z.string().max(1400) })).mutation(({ ctx, input }) =>
    writeOnce({ ...ctx, written: () => {} }, 'buyers.passkeys.drop', input, async (tx) => {
      await dropPasskey(tx, ctx.buyer.id, input.id);
      return ok(undefined);
    }),
  ),

  beginEntry: anyone.input(z.object({})).mutation(async ({ ctx }) => {
    const begun = await beginEntry(ctx.database, ctx.moment(), siteOf(ctx));
    return begun ? ok(begun) : fail({ code: 'passkey_refused' });
  }),

  /** Signs in whose passkey has signed, and merges the cart that the browser brings. */
  enter: anyone
    .input(z.object({ challengeId: id, response: asserted, cart: cartLines }))
    .mutation(({ ctx, input }) => enterByPasskey(ctx, input)),
});

async function enterByPasskey(
  ctx: ApiContext,
  input: { challengeId: string; response: z.infer<typeof asserted>; cart: readonly KeptLine[] },
): Promise<Result<{ cart: KeptLine[]; locale: string }, { code: 'passkey_refused' }>> {
  const moment = ctx.moment();
  const { challengeId } = input;
  const response = input.response as unknown as Parameters<typeof buyerOfPasskey>[3]['response'];
  return ctx.database.$transaction(async (tx) => {
    const found = await buyerOfPasskey(tx, moment, siteOf(ctx), { challengeId, response });
    if (!found) return fail({ code: 'passkey_refused' });
    const { buyerId } = found;
    if (ctx.buyer) await endBuyerSessions(tx, ctx.buyer, { id: ctx.buyer.sessionId });
    const token = await addSession(tx, moment, buyerId, deviceWords(ctx.headers.get('user-agent')));
    const cart = await mergeCart(tx, moment.now, buyerId, input.cart);
    ctx.setCookie.push(buyerCookie(token, { secure: ctx.settings.publicUrl.startsWith('https:') }));
    const { locale } = await tx.buyer.findUniqueOrThrow({ where: { id: buyerId } });
    return ok({ cart, locale });
  });
}
