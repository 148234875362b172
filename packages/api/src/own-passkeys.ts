import { addPasskey, beginPasskey, dropPasskeys, openMoney, passkeysOf, signerOf } from '@baunghe/coop';
import { fail, ok, Role } from '@baunghe/db';
import { z } from 'zod';
import { refuseDemoAccount } from './demo-account.ts';
import { line } from './fields.ts';
import { noteRefused } from './note-once.ts';
import { beginSigning, madePasskey, passkeyId, signedChallenge, siteOf } from './passkey-input.ts';
import { only, provedIfHas, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const worker = only(...Object.values(Role));
/** A passkey opens money as well, so whoever has a second factor proves it before one is added or taken away. */
const proved = provedIfHas(...Object.values(Role));

const own = ({ person }: { person: { userId: string } }) => ({ door: 'office' as const, id: person.userId });

/** Passkeys of who works here. A challenge is signed once by itself, so making one needs no writer's key. */
export const ownPasskeysRouter = router({
  list: worker.query(({ ctx }) => passkeysOf(ctx.database, own(ctx))),

  begin: proved.input(z.object({})).mutation(async ({ ctx }) => {
    const refused = await refuseDemoAccount(ctx);
    if (refused) return refused;
    const { name } = ctx.person;
    const holder = { ...own(ctx), name, displayName: name };
    return ok(await beginPasskey(ctx.database, ctx.moment(), siteOf(ctx), holder));
  }),

  add: proved
    .input(madePasskey.extend({ name: line(60, 'name_missing') }))
    .mutation(async ({ ctx, input }) => {
      const refused = await refuseDemoAccount(ctx);
      if (refused) return refused;
      return ctx.database.$transaction((tx) => addPasskey(tx, ctx.moment(), siteOf(ctx), own(ctx), input));
    }),

  /** Begins a proof by one's own passkey, for what asks for a second factor in the middle of a session. */
  beginProof: worker.input(z.object({})).mutation(async ({ ctx }) => {
    const kept = await passkeysOf(ctx.database, own(ctx));
    return kept.length === 0 ? fail({ code: 'no_passkey' }) : beginSigning(ctx, own(ctx));
  }),

  /** Opens money to this session, as a code of the second factor does: the device has verified its owner. */
  prove: worker.input(signedChallenge).mutation(async ({ ctx, input }) => {
    const moment = ctx.moment();
    const { session, userId } = ctx.person;
    const isProved = await ctx.database.$transaction(async (tx) => {
      if ((await signerOf(tx, moment, siteOf(ctx), own(ctx), input)) === null) return false;
      await openMoney(tx, moment.now, session.id);
      return true;
    });
    if (isProved) return ok(undefined);
    await noteRefused(ctx, userId, 'me.passkeys.prove');
    return fail({ code: 'passkey_refused' });
  }),

  drop: proved.input(writeKey.extend({ id: passkeyId })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'me.passkeys.drop', input, async (tx) => {
      await dropPasskeys(tx, own(ctx), input.id);
      return ok(undefined);
    }),
  ),
});
