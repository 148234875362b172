import { noteAct } from '@baunghe/coop';
import { ok } from '@baunghe/db';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
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
      const { userId } = signedIn.value;
      await noteSession(ctx, userId, 'session.signIn');
      return ok({ userId });
    }),

  signOut: anyone.mutation(async ({ ctx }) => {
    if (ctx.actor.kind === 'person') await noteSession(ctx, ctx.actor.userId, 'session.signOut');
    const { setCookie } = await ctx.accounts.signOut({ headers: ctx.headers });
    ctx.setCookie.push(...setCookie);
    return ok(undefined);
  }),
});

async function noteSession({ database, moment }: ApiContext, byUser: string, procedure: string) {
  await noteAct(database, moment().now, { byUser, procedure, about: [], outcome: 'done' });
}
