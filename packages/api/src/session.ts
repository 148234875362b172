import { noteFailedSignIn, ownerOfPasskey, personOfPhone, signerOf } from '@baunghe/coop';
import { fail, ok } from '@baunghe/db';
import { z } from 'zod';
import { id, phone } from './fields.ts';
import { noteSession } from './note-session.ts';
import { begin, enter, enterOfficeByCode, noteFailed } from './office-entrance.ts';
import { codesAreSent, sendCode } from './one-time-code.ts';
import { beginSigning, signedChallenge, siteOf } from './passkey-input.ts';
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
      const { userId, setCookie } = signedIn.value;
      await begin(ctx, { userId, setCookie, procedure: 'session.signIn' });
      return ok({ userId });
    }),

  /** Sends a code to the telephone of somebody who works here. */
  askCode: anyone
    .input(writeKey.extend({ phone, locale: z.enum(['vi', 'en', 'zh']) }))
    .mutation(({ ctx, input }) =>
      sendCode(
        ctx,
        {
          ...{ procedure: 'session.askCode', door: 'office', words: 'office_code' },
          knows: async (tx, phone) => (await personOfPhone(tx, phone))?.demo === false,
        },
        input,
      ),
    ),

  enterByCode: anyone
    .input(z.object({ codeId: id, digits: z.string().max(40) }))
    .mutation(({ ctx, input }) => enterOfficeByCode(ctx, input)),

  beginEntry: anyone
    .input(z.object({}))
    .mutation(({ ctx }) => beginSigning(ctx, { door: 'office', id: null })),

  /** Signs in whose passkey has signed. Its owner was verified by the device, so money is open to the session as well. */
  enterByPasskey: anyone.input(signedChallenge).mutation(async ({ ctx, input }) => {
    const moment = ctx.moment();
    const userId = await ctx.database.$transaction((tx) =>
      signerOf(tx, moment, siteOf(ctx), { door: 'office', id: null }, input),
    );
    const procedure = 'session.enterByPasskey';
    if (userId && (await enter(ctx, { userId, procedure, provedAt: moment.now }))) return ok(undefined);
    const owner = await ownerOfPasskey(ctx.database, 'office', input.response.id);
    await ctx.database.$transaction((tx) => noteFailedSignIn(tx, moment.now, { userId: owner, procedure }));
    return fail({ code: 'passkey_refused' });
  }),

  signOut: anyone.mutation(async ({ ctx }) => {
    if (ctx.actor.kind === 'person') await noteSession(ctx, ctx.actor.userId, 'session.signOut');
    const { setCookie } = await ctx.accounts.signOut({ headers: ctx.headers });
    ctx.setCookie.push(...setCookie);
    return ok(undefined);
  }),
});
