import { addPasskey, beginPasskey, dropPasskeys, passkeysOf } from '@baunghe/coop';
import { ok, Role } from '@baunghe/db';
import { z } from 'zod';
import { refuseDemoAccount } from './demo-account.ts';
import { line } from './fields.ts';
import { madePasskey, passkeyId, siteOf } from './passkey-input.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const worker = only(...Object.values(Role));
/** A passkey opens money as well, so whoever has a second factor gives its code before one is added. */
const proved = provedTwice(...Object.values(Role));

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

  drop: worker.input(writeKey.extend({ id: passkeyId })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'me.passkeys.drop', input, async (tx) => {
      await dropPasskeys(tx, own(ctx), input.id);
      return ok(undefined);
    }),
  ),
});
