import { beginStaffEntry, noteFailedSignIn, ownerOfPasskey, personOfPasskey } from '@baunghe/coop';
import { fail, ok } from '@baunghe/db';
import { z } from 'zod';
import { id, phone } from './fields.ts';
import { noteSession } from './note-session.ts';
import { askOfficeCode, codesAreSent, enter, enterOfficeByCode, noteFailed } from './office-entrance.ts';
import { asserted, siteOf } from './passkey-input.ts';
import { anyone, router } from './trpc.ts';
import { writeKey } from './write-once.ts';

/** Signing in and out, and who is asking. Nothing that proves somebody goes by `writeOnce`, which keeps a hash of its input. */
export const sessionRouter = router({
  me: anyone.query(({ ctx }) => ctx.actor),

  /** The sign-ins of the demo season; none outside demo mode. */
  demoSignIns: anyone.query(({ ctx }) => (ctx.settings.demo ? [...ctx.settings.demoSignIns] : [])),

  /** Which ways in there are beside a password. */
  ways: anyone.query(({ ctx }) => ({ codes: codesAreSent(ctx.settings) })),

  signIn: anyone
    .input(z.object({ phone: z.string().max(40), password: z.string().max(400) }))
    .mutation(async ({ ctx, input }) => {
      const signedIn = await ctx.accounts.signIn({ ...input, headers: ctx.headers });
      if (!signedIn.ok) {
        const locked = signedIn.error.code === 'too_many_tries';
        await noteFailed(ctx, input.phone, locked ? 'session.locked' : 'session.signIn');
        return signedIn;
      }
      ctx.setCookie.push(...signedIn.value.setCookie);
      const { userId } = signedIn.value;
      await noteSession(ctx, userId, 'session.signIn');
      return ok({ userId });
    }),

  /** Sends a code to the telephone of somebody who works here. */
  askCode: anyone
    .input(writeKey.extend({ phone, locale: z.enum(['vi', 'en', 'zh']) }))
    .mutation(({ ctx, input }) => askOfficeCode(ctx, input)),

  enterByCode: anyone
    .input(z.object({ codeId: id, digits: z.string().max(40) }))
    .mutation(({ ctx, input }) => enterOfficeByCode(ctx, input)),

  beginEntry: anyone.input(z.object({})).mutation(async ({ ctx }) => {
    const begun = await beginStaffEntry(ctx.database, ctx.moment(), siteOf(ctx));
    return begun ? ok(begun) : fail({ code: 'passkey_refused' });
  }),

  /** Signs in whose passkey has signed. Its owner was verified by the device, so money is open to the session as well. */
  enterByPasskey: anyone
    .input(z.object({ challengeId: id, response: asserted }))
    .mutation(async ({ ctx, input }) => {
      const moment = ctx.moment();
      const { challengeId } = input;
      const response = input.response as unknown as Parameters<typeof personOfPasskey>[3]['response'];
      const found = await ctx.database.$transaction((tx) =>
        personOfPasskey(tx, moment, siteOf(ctx), { challengeId, response }),
      );
      const procedure = 'session.enterByPasskey';
      if (found && (await enter(ctx, { ...found, procedure, provedAt: moment.now }))) return ok(undefined);
      const userId = await ownerOfPasskey(ctx.database, response.id);
      await ctx.database.$transaction((tx) => noteFailedSignIn(tx, moment.now, { userId, procedure }));
      return fail({ code: 'passkey_refused' });
    }),

  signOut: anyone.mutation(async ({ ctx }) => {
    if (ctx.actor.kind === 'person') await noteSession(ctx, ctx.actor.userId, 'session.signOut');
    const { setCookie } = await ctx.accounts.signOut({ headers: ctx.headers });
    ctx.setCookie.push(...setCookie);
    return ok(undefined);
  }),
});
