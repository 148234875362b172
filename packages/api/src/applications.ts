import {
  applicationInOffice,
  applicationsPage,
  decideApplication,
  inviteAgain,
  LEAST_VOTES,
  moveApplication,
  openPaper,
  typedSaidCode,
  voteOnApplication,
} from '@baunghe/coop';
import { ApplicationState, fail, ok, type Result, type Tx } from '@baunghe/db';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id, line, optionalLine } from './fields.ts';
import { invitedLink, joiningOf, tellApplicant } from './tell-applicant.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const PAGE = 30;

const code = z.string().max(40).transform(typedSaidCode);
const ofOne = writeKey.extend({ code });
const memberCode = z
  .string('code_invalid')
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{1,12}$/, 'code_invalid');

/** Applications to become a member, on which the board decides. */
export const applicationsRouter = router({
  list: manager
    .input(z.object({ state: z.enum(ApplicationState).nullable(), after: z.string().max(64).nullable() }))
    .query(({ ctx, input }) => applicationsPage(ctx.database, { ...input, limit: PAGE })),

  one: manager.input(z.object({ code })).query(async ({ ctx, input }) => {
    const found = await applicationInOffice(ctx.database, input.code);
    if (!found) return fail({ code: 'application_unknown' });
    return ok({ ...found, needed: Math.max(LEAST_VOTES, joiningOf(ctx.settings).votes) });
  }),

  /** Opens the photo of a paper. An act, not a reading: that somebody looked at it is kept, and auditors do not. */
  openPaper: manager.input(z.object({ code, paperId: id })).mutation(async ({ ctx, input }) => {
    const { secret } = ctx.settings;
    const found = await openPaper(ctx.database, { paperId: input.paperId, secret });
    return found?.code === input.code ? ok({ bytes: found.bytes }) : fail({ code: 'photo_unknown' });
  }),

  look: manager.input(ofOne).mutation(({ ctx, input }) =>
    about(ctx, 'applications.look', input, async (tx, applicationId) => {
      const step = {
        id: applicationId,
        from: ['received', 'more_asked'],
        to: 'looked_at',
        words: null,
      } as const;
      const moved = await moveApplication(tx, ctx.moment(), { ...step, byUser: ctx.person.userId });
      if (moved.ok) await tell(ctx, tx, input.code, 'looked_at');
      return moved;
    }),
  ),

  askMore: manager.input(ofOne.extend({ words: line(500, 'words_missing') })).mutation(({ ctx, input }) =>
    about(ctx, 'applications.askMore', input, async (tx, applicationId) => {
      const step = { id: applicationId, from: ['looked_at'], to: 'more_asked', words: input.words } as const;
      const moved = await moveApplication(tx, ctx.moment(), { ...step, byUser: ctx.person.userId });
      if (moved.ok) await tell(ctx, tx, input.code, 'more_asked');
      return moved;
    }),
  ),

  vote: manager
    .input(ofOne.extend({ yes: z.boolean('act_missing'), why: optionalLine(500) }))
    .mutation(({ ctx, input }) =>
      about(ctx, 'applications.vote', input, (tx, applicationId) => {
        const { yes, why } = input;
        return voteOnApplication(tx, ctx.moment(), {
          ...{ id: applicationId, userId: ctx.person.userId, yes, why },
        });
      }),
    ),

  decide: manager
    .input(
      z.discriminatedUnion(
        'to',
        [
          ofOne.extend({ to: z.literal('accepted'), memberCode, words: optionalLine(500) }),
          ofOne.extend({ to: z.literal('refused'), words: line(500, 'why_missing') }),
        ],
        'act_missing',
      ),
    )
    .mutation(({ ctx, input }) =>
      about(ctx, 'applications.decide', input, async (tx, applicationId) => {
        const { secret } = ctx.settings;
        const { key: _key, ...decided } = input;
        const by = { byUser: ctx.person.userId, votes: joiningOf(ctx.settings).votes, secret };
        const done = await decideApplication(tx, ctx.moment(), { ...decided, ...by, id: applicationId });
        if (done.ok) await tell(ctx, tx, input.code, input.to, done.value.invitationId);
        return done;
      }),
    ),

  /** Invites a new member again, who has not signed in yet. Their link is told this once. */
  inviteAgain: manager.input(ofOne).mutation(async ({ ctx, input }) => {
    const { secret } = ctx.settings;
    const invited = await about(ctx, 'applications.inviteAgain', input, async (tx, applicationId) => {
      const by = { id: applicationId, byUser: ctx.person.userId, secret };
      const done = await inviteAgain(tx, ctx.moment(), by);
      if (done.ok) await tell(ctx, tx, input.code, 'accepted', done.value.invitationId);
      return done;
    });
    if (!invited.ok) return invited;
    return ok({ link: invitedLink(ctx.settings, invited.value.invitationId ?? '') });
  }),
});

const tell = (
  ctx: ApiContext,
  tx: Tx,
  of: string,
  state: 'looked_at' | 'more_asked' | 'accepted' | 'refused',
  invitationId: string | null = null,
) => tellApplicant(tx, ctx.moment(), ctx.settings, { code: of, state, invitationId });

/** A write about the application of a code. */
function about<R extends Result<unknown, { code: string }>>(
  ctx: ApiContext,
  procedure: string,
  input: { key: string; code: string },
  act: (tx: Tx, applicationId: string) => Promise<R>,
) {
  return writeOnce(ctx, procedure, input, async (tx) => {
    const found = await tx.application.findUnique({ where: { code: input.code }, select: { id: true } });
    return found ? act(tx, found.id) : fail({ code: 'application_unknown' } as const);
  });
}
