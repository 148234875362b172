import {
  addPasskey,
  addSession,
  beginPasskey,
  deviceWords,
  dropPasskeys,
  type KeptLine,
  maskPhone,
  passkeysOf,
  signerOf,
} from '@baunghe/coop';
import { fail, ok, type Result } from '@baunghe/db';
import { z } from 'zod';
import { type EnteredShop, enterShop } from './buyer-entrance.ts';
import type { ApiContext } from './context.ts';
import { beginSigning, madePasskey, passkeyId, signedChallenge, siteOf } from './passkey-input.ts';
import { cartLines } from './products.ts';
import { anyone, onlyBuyer, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const own = ({ buyer }: { buyer: { id: string } }) => ({ door: 'shop' as const, id: buyer.id });

/**
 * Passkeys of buyers (WebAuthn). Nothing here goes by `writeOnce` but the taking away: a challenge is signed once by
 * itself, and what was signed is no answer to keep.
 */
export const buyerPasskeysRouter = router({
  list: onlyBuyer.query(({ ctx }) => passkeysOf(ctx.database, own(ctx))),

  begin: onlyBuyer.input(z.object({})).mutation(({ ctx }) => {
    const { phone, name: displayName } = ctx.buyer;
    const holder = { ...own(ctx), name: maskPhone(phone), displayName };
    return beginPasskey(ctx.database, ctx.moment(), siteOf(ctx), holder);
  }),

  add: onlyBuyer.input(madePasskey).mutation(({ ctx, input }) => {
    const made = { ...input, name: deviceWords(ctx.headers.get('user-agent')) };
    return ctx.database.$transaction((tx) => addPasskey(tx, ctx.moment(), siteOf(ctx), own(ctx), made));
  }),

  drop: onlyBuyer.input(writeKey.extend({ id: passkeyId })).mutation(({ ctx, input }) =>
    writeOnce({ ...ctx, written: () => {} }, 'buyers.passkeys.drop', input, async (tx) => {
      await dropPasskeys(tx, own(ctx), input.id);
      return ok(undefined);
    }),
  ),

  beginEntry: anyone.input(z.object({})).mutation(({ ctx }) => beginSigning(ctx, { door: 'shop', id: null })),

  /** Signs in whose passkey has signed, and merges the cart that the browser brings. */
  enter: anyone
    .input(signedChallenge.extend({ cart: cartLines }))
    .mutation(({ ctx, input }) => enterByPasskey(ctx, input)),
});

async function enterByPasskey(
  ctx: ApiContext,
  input: z.output<typeof signedChallenge> & { cart: readonly KeptLine[] },
): Promise<Result<EnteredShop, { code: 'passkey_refused' }>> {
  return ctx.database.$transaction(async (tx) => {
    const moment = ctx.moment();
    const buyerId = await signerOf(tx, moment, siteOf(ctx), { door: 'shop', id: null }, input);
    if (buyerId === null) return fail({ code: 'passkey_refused' });
    const open = async (device: string) => ({
      buyerId,
      token: await addSession(tx, moment, buyerId, device),
    });
    return ok(await enterShop(ctx, tx, input.cart, open));
  });
}
