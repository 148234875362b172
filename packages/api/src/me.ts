import {
  beginFactor,
  changePassword,
  confirmFactor,
  dropFactor,
  endStaffSessions,
  factorState,
  type HeldSession,
  isProved,
  prove,
  provesBy,
  SignInTries,
  staffSessions,
} from '@baunghe/coop';
import { fail, ok, type Result, Role, type Tx } from '@baunghe/db';
import { qrSvg } from '@baunghe/labels';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { type DemoAccount, isDemoAccount, refuseDemoAccount } from './demo-account.ts';
import { id } from './fields.ts';
import { noteRefused } from './note-once.ts';
import { ownPasskeysRouter } from './own-passkeys.ts';
import { only, provedIfHas, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

/** Whoever works here, auditors too: what is one's own is not the cooperative's. */
const worker = only(...Object.values(Role));

/** Whoever has a second factor proves it before they get another. */
const owner = provedIfHas(...Object.values(Role));

/** Guesses at passwords and codes of who is signed in, by their account. */
const tries = new SignInTries();

const digits = z.string().max(40, 'too_long');
const password = z.string().max(400, 'too_long');

type Person = ApiContext & { person: { userId: string; name: string; session: HeldSession } };
type TooMany = { code: 'too_many_tries'; retryAfterSeconds: number };

/** One's own sessions, password and second factor. Passwords and codes go through no `writeOnce`, which keeps a hash of its input. */
export const meRouter = router({
  passkeys: ownPasskeysRouter,

  /** By what one proves oneself where money asks. */
  provesBy: worker.query(({ ctx }) => provesBy(ctx.database, ctx.person.userId)),

  state: worker.query(async ({ ctx }) => {
    const { userId, session } = ctx.person;
    const all = await staffSessions(ctx.database, ctx.moment().now, userId);
    const demoAccount = await isDemoAccount(ctx, userId);
    const sessions = all.map((row) => ({ ...row, isThisOne: row.id === session.id }));
    return {
      demoAccount,
      // By which browsers others look around is theirs.
      sessions: demoAccount ? sessions.filter(({ isThisOne }) => isThisOne) : sessions,
      factor: await factorState(ctx.database, userId),
      provesBy: await provesBy(ctx.database, userId),
      mustProve: ctx.settings.secondFactor ?? false,
      isProved: isProved(ctx.moment().now, session.provedAt),
    };
  }),

  /** Ends one of one's sessions, or all others. */
  endSessions: worker.input(writeKey.extend({ sessionId: id.nullable() })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'me.endSessions', input, async (tx) => {
      // Whoever looks around beside them goes on.
      const refused = await refuseDemoAccount(ctx);
      if (refused) return refused;
      const { userId, session } = ctx.person;
      const which = input.sessionId === null ? { allBut: session.id } : { only: input.sessionId };
      await endStaffSessions(tx, userId, which);
      return ok(undefined);
    }),
  ),

  /** Gives oneself a new password, and ends all other sessions. */
  changePassword: worker.input(z.object({ old: password, fresh: password })).mutation(({ ctx, input }) =>
    trying(ctx, 'me.changePassword', async (tx) => {
      const { userId, session } = ctx.person;
      const changed = await changePassword(tx, ctx.moment().now, { userId, ...input });
      if (changed.ok) await endStaffSessions(tx, userId, { allBut: session.id });
      return changed;
    }),
  ),

  /** A secret for a telephone, as the picture that it scans and as text; told this once. Whoever has a passkey proves it first. */
  beginFactor: owner.mutation(async ({ ctx }) => {
    const refused = await refuseDemoAccount(ctx);
    if (refused) return refused;
    const who = { userId: ctx.person.userId, account: ctx.person.name, serverSecret: ctx.settings.secret };
    const begun = await ctx.database.$transaction((tx) => beginFactor(tx, ctx.moment(), who));
    return begun.ok ? ok({ svg: qrSvg(begun.value.uri), typed: begun.value.typed }) : begun;
  }),

  confirmFactor: owner
    .input(z.object({ digits }))
    .mutation(({ ctx, input }) =>
      trying(ctx, 'me.confirmFactor', (tx) => confirmFactor(tx, ctx.moment(), whoProves(ctx, input))),
    ),

  /** Gives a code, which opens money to this session for a quarter of an hour. */
  prove: worker.input(z.object({ digits })).mutation(({ ctx, input }) =>
    trying(ctx, 'me.prove', async (tx) => {
      const { now } = ctx.moment();
      const proved = await prove(tx, now, whoProves(ctx, input));
      // What the same request asks for next is asked by somebody who has given their code.
      if (proved.ok) ctx.person.session.provedAt = now;
      return proved;
    }),
  ),

  dropFactor: worker.input(z.object({ digits })).mutation(({ ctx, input }) =>
    trying(ctx, 'me.dropFactor', async (tx) => {
      const proved = await prove(tx, ctx.moment().now, whoProves(ctx, input));
      if (proved.ok) await dropFactor(tx, ctx.person.userId);
      return proved;
    }),
  ),
});

function whoProves({ person, settings }: Person, input: { digits: string }) {
  const { userId, session } = person;
  return { userId, sessionId: session.id, serverSecret: settings.secret, ...input };
}

/** Runs an act that a guess could bring about: few tries, each that failed in the trail; none of an account of the demo. */
async function trying<R extends Result<unknown, { code: string }>>(
  ctx: Person,
  procedure: string,
  act: (tx: Tx) => Promise<R>,
): Promise<R | { ok: false; error: TooMany | DemoAccount }> {
  const { userId } = ctx.person;
  const refused = await refuseDemoAccount(ctx);
  if (refused) return refused;
  const retryAfterSeconds = tries.take(userId, ctx.moment().now);
  if (retryAfterSeconds > 0) return fail({ code: 'too_many_tries', retryAfterSeconds });
  const done = await ctx.database.$transaction(act);
  if (done.ok) tries.forget(userId);
  else await noteRefused(ctx, userId, procedure);
  return done;
}
