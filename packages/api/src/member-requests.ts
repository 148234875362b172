import { createHash } from 'node:crypto';
import {
  answerRequest,
  askForCopy,
  askForCorrection,
  certificatesSeenBy,
  copyOfRequest,
  requestByCode,
  requestsPage,
  typedSaidCode,
  withdrawRequest,
} from '@baunghe/coop';
import { fail, MemberRequestState, ok } from '@baunghe/db';
import { plotOffers, plots } from '@baunghe/farm';
import { z } from 'zod';
import { area, optionalLine } from './fields.ts';
import { ownOnly } from './own-plots.ts';
import { tellMember } from './tell-applicant.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const member = only('member');
const manager = only('manager');
const either = only('member', 'manager');
const PAGE = 30;

const code = z.string().max(40).transform(typedSaidCode);
const after = z.string().max(64).nullable();
const whole = (most: number) =>
  z.number('number_invalid').int('number_invalid').min(1, 'number_invalid').max(most, 'number_invalid');

const correction = writeKey.extend({
  plotId: z.string('plot_missing').min(1, 'plot_missing').max(64),
  areaM2: area,
  trees: z
    .object({
      varietyCode: z.string('variety_missing').min(1, 'variety_missing').max(32),
      count: whole(100_000),
      plantedYear: whole(9999).nullable(),
    })
    .nullable(),
  note: optionalLine(500),
});

/** What members ask the office for, at any hour: copies of certificates, corrections to their plots. */
export const memberRequestsRouter = router({
  mine: member.input(z.object({ after })).query(({ ctx, input }) =>
    requestsPage(ctx.database, {
      ...{ of: { memberId: ctx.person.memberId ?? 'none' }, after: input.after, limit: PAGE },
    }),
  ),

  /** What one's forms offer: certificates, plots, varieties. */
  offers: member.query(async ({ ctx }) => {
    const memberId = ctx.person.memberId ?? 'none';
    const [certificates, own, { varieties }] = await Promise.all([
      certificatesSeenBy(ctx.database, memberId),
      plots(ctx.database, ctx.moment().now, { memberId }),
      plotOffers(ctx.database),
    ]);
    return { certificates, plots: own.filter(({ closedAt }) => closedAt === null), varieties };
  }),

  askCopy: member
    .input(
      writeKey.extend({
        certificateId: z.string('holder_missing').min(1, 'holder_missing').max(64),
        note: optionalLine(300),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'memberRequests.askCopy', input, (tx) => {
        const { key: _key, ...asked } = input;
        return askForCopy(tx, ctx.moment(), { ...asked, memberId: ctx.person.memberId ?? 'none' });
      }),
    ),

  askCorrection: member.input(correction).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'memberRequests.askCorrection', input, (tx) => {
      const { key: _key, ...asked } = input;
      return askForCorrection(tx, ctx.moment(), { ...asked, memberId: ctx.person.memberId ?? 'none' });
    }),
  ),

  withdraw: member.input(writeKey.extend({ code })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'memberRequests.withdraw', input, (tx) => {
      const memberId = ctx.person.memberId ?? 'none';
      return withdrawRequest(tx, ctx.moment(), { code: input.code, memberId });
    }),
  ),

  list: manager
    .input(z.object({ state: z.enum(MemberRequestState), after }))
    .query(({ ctx, input }) =>
      requestsPage(ctx.database, { of: { state: input.state }, after: input.after, limit: PAGE }),
    ),

  /** A request: one's own, or for the office any. */
  one: either.input(z.object({ code })).query(async ({ ctx, input }) => {
    const isOffice = ctx.person.roles.some((role) => role === 'manager' || role === 'auditor');
    const memberId = isOffice ? null : (ctx.person.memberId ?? 'none');
    const found = await requestByCode(ctx.database, input.code, memberId);
    if (!found) return fail({ code: 'request_unknown' });
    const codes = [...(found.allTrees?.before ?? []), ...(found.allTrees?.after ?? [])];
    const where = { code: { in: codes.map(({ varietyCode }) => varietyCode) } };
    const select = { code: true, nameVi: true, nameEn: true, nameZh: true } as const;
    const varieties = codes.length > 0 ? await ctx.database.variety.findMany({ where, select }) : [];
    return ok({ ...found, varieties: Object.fromEntries(varieties.map((each) => [each.code, each])) });
  }),

  answer: manager
    .input(
      writeKey.extend({
        code,
        isGranted: z.boolean('act_missing'),
        words: optionalLine(500),
        copy: z.instanceof(Uint8Array).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { copy, ...told } = input;
      const sent = { ...told, copy: copy && createHash('sha256').update(copy).digest('hex') };
      return writeOnce(ctx, 'memberRequests.answer', sent, async (tx) => {
        const { userId: byUser } = ctx.person;
        const given = { ...told, copy, byUser, secret: ctx.settings.secret };
        const done = await answerRequest(tx, ctx.moment(), given);
        if (!done.ok) return done;
        const { code: request, memberId } = done.value;
        await tellMember(tx, ctx.moment(), ctx.settings, { memberId, request, granted: input.isGranted });
        return done;
      });
    }),

  /** The copy of a certificate, for the member who asked and for managers. */
  copy: either.input(z.object({ code })).query(async ({ ctx, input }) => {
    const memberId = ownOnly(ctx.person).memberId ?? null;
    const { secret } = ctx.settings;
    const found = await copyOfRequest(ctx.database, { code: input.code, memberId, secret });
    return found ? ok(found) : fail({ code: 'copy_unknown' });
  }),
});
