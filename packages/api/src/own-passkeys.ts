import { addStaffPasskey, beginStaffPasskey, dropStaffPasskey, staffPasskeys } from '@baunghe/coop';
import { ok, Role } from '@baunghe/db';
import { z } from 'zod';
import { refuseDemoAccount } from './demo-account.ts';
import { id, line } from './fields.ts';
import { attested, siteOf } from './passkey-input.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const worker = only(...Object.values(Role));
/** A passkey opens money as well, so whoever has a second factor gives its code before one is added. */
const proved = provedTwice(...Object.values(Role));

/** Passkeys of who works here. A challenge is signed once by itself, so making one needs no writer's key. */
export const ownPasskeysRouter = router({
  list: worker.query(({ ctx }) => staffPasskeys(ctx.database, ctx.person.userId)),

  begin: proved.input(z.object({})).mutation(async ({ ctx }) => {
    const refused = await refuseDemoAccount(ctx);
    if (refused) return refused;
    return ok(await beginStaffPasskey(ctx.database, ctx.moment(), siteOf(ctx), ctx.person));
  }),

  add: proved
    .input(z.object({ challengeId: id, response: attested, name: line(60, 'name_missing') }))
    .mutation(async ({ ctx, input }) => {
      const refused = await refuseDemoAccount(ctx);
      if (refused) return refused;
      const response = input.response as unknown as Parameters<typeof addStaffPasskey>[4]['response'];
      const made = { challengeId: input.challengeId, name: input.name, response };
      return ctx.database.$transaction((tx) =>
        addStaffPasskey(tx, ctx.moment(), siteOf(ctx), ctx.person.userId, made),
      );
    }),

  drop: worker.input(writeKey.extend({ id: z.string().max(1400) })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'me.passkeys.drop', input, async (tx) => {
      await dropStaffPasskey(tx, ctx.person.userId, input.id);
      return ok(undefined);
    }),
  ),
});
