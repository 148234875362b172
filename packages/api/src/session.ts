import { ok } from '@baunghe/db';
import { z } from 'zod';
import { anyone, router } from './trpc.ts';

/** Signing in and out, and who is asking. */
export const sessionRouter = router({
  me: anyone.query(({ ctx }) => ctx.actor),

  /** The sign-ins of the demo season; none outside demo mode. */
  demoSignIns: anyone.query(({ ctx }) => (ctx.settings.demo ? [...ctx.settings.demoSignIns] : [])),

  signIn: anyone
    .input(z.object({ phone: z.string().max(40), password: z.string().max(400) }))
    .mutation(async ({ ctx, input }) => {
      const signedIn = await ctx.accounts.signIn({ ...input, headers: ctx.headers });
      if (!signedIn.ok) return signedIn;
      ctx.setCookie.push(...signedIn.value.setCookie);
      return ok({ userId: signedIn.value.userId });
    }),

  signOut: anyone.mutation(async ({ ctx }) => {
    const { setCookie } = await ctx.accounts.signOut({ headers: ctx.headers });
    ctx.setCookie.push(...setCookie);
    return ok(undefined);
  }),
});
