import { createHash } from 'node:crypto';
import {
  type ApplicationView,
  addPaper,
  applicationByCode,
  beginApplication,
  dropDraft,
  dropPaper,
  MOST_PAPERS,
  mayStillProve,
  moveApplication,
  notePhoneProved,
  numberToProve,
  sendApplication,
  takesSms,
  tellLand,
  typedSaidCode,
} from '@baunghe/coop';
import { fail, MembershipKind, ok, PaperKind, type Result } from '@baunghe/db';
import { z } from 'zod';
import { findOnce } from './code-limit.ts';
import type { ApiContext } from './context.ts';
import { area, id, line, optionalLine, phone } from './fields.ts';
import { codesAreSent, phoneProvedBy, sendCode } from './one-time-code.ts';
import { joinKey, opensJoin } from './order-key.ts';
import { joiningOf, tellApplicant } from './tell-applicant.ts';
import { anyone, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const own = z.object({ code: z.string().max(40), joinKey: z.string().max(64) });
const ownWrite = writeKey.extend(own.shape);

const who = writeKey.extend({
  name: line(120, 'name_missing'),
  phone,
  kind: z.enum(MembershipKind, 'kind_missing'),
  place: line(160, 'place_missing'),
  consent: z.literal(true, 'consent_missing'),
  locale: z.enum(['vi', 'en', 'zh']),
});

const degrees = (most: number) => z.number().min(-most).max(most);
const plot = z.object({
  crop: line(80, 'crop_missing'),
  areaM2: area.pipe(z.number('area_invalid').int().min(1, 'area_invalid').max(100_000_000, 'area_invalid')),
  place: line(160, 'place_missing'),
  position: z.object({ latitude: degrees(90), longitude: degrees(180) }).nullable(),
});
const land = ownWrite.extend({
  plots: z.array(plot).min(1, 'plot_missing').max(5),
  capital: z
    .number('amount_invalid')
    .int('amount_invalid')
    .min(1, 'amount_invalid')
    .max(1e12, 'amount_invalid')
    .nullable(),
});

/** Becoming a member, step by step from a phone: whoever has the key of an application's page goes on with it. */
export const joiningRouter = router({
  /** How many photos an application holds, and for how many days one that came to nothing is kept. */
  rule: anyone.query(({ ctx }) => ({ mostPapers: MOST_PAPERS, keepDays: joiningOf(ctx.settings).keepDays })),

  /** The first step, which agrees that the rest is kept. */
  begin: anyone.input(who).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'joining.begin', input, async (tx) => {
      const { key: _key, consent: _consent, ...applicant } = input;
      const network = ctx.network && `${ctx.network.era}${ctx.network.network}`;
      const begun = await beginApplication(tx, ctx.moment(), { ...applicant, network });
      if (!begun.ok) return begun;
      const { code } = begun.value;
      return ok({ code, joinKey: joinKey(ctx.settings.secret, code) });
    }),
  ),

  /** The key of an application's page for who knows its code and its phone number; one answer for every mismatch. */
  find: anyone.input(z.object({ code: z.string().max(40), phone })).mutation(({ ctx, input }) => {
    const code = typedSaidCode(input.code);
    return findOnce(ctx, { code, phone: input.phone }, async () => {
      const found = await ctx.database.application.findUnique({ where: { code }, select: { phone: true } });
      if (found?.phone !== input.phone) return fail({ code: 'application_unknown' });
      return ok({ code, joinKey: joinKey(ctx.settings.secret, code) });
    });
  }),

  follow: anyone.input(own).query(async ({ ctx, input }) => {
    const opened = await openOwn(ctx, input);
    if (!opened.ok) return opened;
    const { id: _id, steps, ...told } = opened.value;
    const mayProve = mayStillProve(told) && codesAreSent(ctx.settings) && takesSms(told.phone);
    return ok({ ...told, mayProve, steps: steps.map(({ byUser: _by, ...step }) => step) });
  }),

  tellLand: anyone
    .input(land)
    .mutation(({ ctx, input }) =>
      write(ctx, 'joining.tellLand', input, (tx, applicationId) =>
        tellLand(tx, { id: applicationId, plots: input.plots, capitalDong: input.capital }),
      ),
    ),

  addPaper: anyone
    .input(
      ownWrite.extend({
        kind: z.enum(PaperKind, 'kind_missing'),
        photo: z.instanceof(Uint8Array, { message: 'file_missing' }),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { photo, ...told } = input;
      const sent = { ...told, photo: createHash('sha256').update(photo).digest('hex') };
      const { secret } = ctx.settings;
      return write(ctx, 'joining.addPaper', sent, (tx, applicationId) =>
        addPaper(tx, ctx.moment(), { applicationId, kind: input.kind, original: photo, secret }),
      );
    }),

  dropPaper: anyone
    .input(ownWrite.extend({ paperId: id }))
    .mutation(({ ctx, input }) =>
      write(ctx, 'joining.dropPaper', input, (tx, applicationId) =>
        dropPaper(tx, { applicationId, paperId: input.paperId }),
      ),
    ),

  /** Sends a code to the number of an application (`phone` left out), or to another that is a draft's from now on. */
  askCode: anyone.input(ownWrite.extend({ phone: phone.nullable() })).mutation(async ({ ctx, input }) => {
    const opened = await openOwn(ctx, input);
    if (!opened.ok) return opened;
    const { id: applicationId, locale } = opened.value;
    const number = await ctx.database.$transaction((tx) =>
      numberToProve(tx, { id: applicationId, phone: input.phone }),
    );
    if (!number.ok) return number;
    const door = { procedure: 'joining.askCode', door: 'join', words: 'join_code' } as const;
    return sendCode(ctx, door, { key: input.key, phone: number.value, locale });
  }),

  /** Proves the number by the code that went there, also of what was sent on trust while no codes were. */
  prove: anyone
    .input(own.extend({ codeId: id, digits: z.string().max(40) }))
    .mutation(async ({ ctx, input }) => {
      const opened = await openOwn(ctx, input);
      if (!opened.ok) return opened;
      const proved = await phoneProvedBy(ctx, 'join', input);
      if (proved === null) return fail({ code: 'code_wrong' });
      const of = { id: opened.value.id, phone: proved };
      return ctx.database.$transaction((tx) => notePhoneProved(tx, ctx.moment(), of));
    }),

  /** Sends what is written. Where codes are sent, the number is proved before; where none is, the board sees that it is not. */
  send: anyone.input(ownWrite).mutation(({ ctx, input }) =>
    write(ctx, 'joining.send', input, async (tx, applicationId) => {
      const mustProve = (number: string) => codesAreSent(ctx.settings) && takesSms(number);
      const sent = await sendApplication(tx, ctx.moment(), { id: applicationId, mustProve });
      if (sent.ok)
        await tellApplicant(tx, ctx.moment(), ctx.settings, { code: sent.value.code, state: 'received' });
      return sent;
    }),
  ),

  /** Answers what the board asked for, in words, beside the photos that were added. */
  answer: anyone.input(ownWrite.extend({ words: line(500, 'words_missing') })).mutation(({ ctx, input }) =>
    write(ctx, 'joining.answer', input, (tx, applicationId) =>
      moveApplication(tx, ctx.moment(), {
        ...{ id: applicationId, from: ['more_asked'], to: 'looked_at', byUser: null, words: input.words },
      }),
    ),
  ),

  /** A draft is thrown away; what was sent stays as withdrawn until it is erased. */
  withdraw: anyone.input(ownWrite.extend({ why: optionalLine(300) })).mutation(({ ctx, input }) =>
    write(ctx, 'joining.withdraw', input, async (tx, applicationId, state) =>
      state === 'draft'
        ? dropDraft(tx, applicationId)
        : moveApplication(tx, ctx.moment(), {
            ...{ id: applicationId, from: ['received', 'looked_at', 'more_asked'], to: 'withdrawn' },
            ...{ byUser: null, words: input.why },
          }),
    ),
  ),
});

type Own = z.output<typeof own>;
type Unknown = { code: 'application_unknown' };

/** An application for who has its key. */
async function openOwn(
  { database, settings }: Pick<ApiContext, 'database' | 'settings'>,
  { code: typed, joinKey: key }: Own,
): Promise<Result<ApplicationView, Unknown>> {
  const code = typedSaidCode(typed);
  if (!opensJoin(settings.secret, code, key)) return fail({ code: 'application_unknown' });
  const found = await applicationByCode(database, code);
  return found ? ok(found) : fail({ code: 'application_unknown' });
}

type Act<R> = (
  tx: Parameters<Parameters<ApiContext['database']['$transaction']>[0]>[0],
  applicationId: string,
  state: ApplicationView['state'],
) => Promise<R>;

/** A write by who has an application's key. */
async function write<R extends Result<unknown, { code: string }>>(
  ctx: ApiContext,
  procedure: string,
  input: Own & { key: string },
  act: Act<R>,
) {
  const opened = await openOwn(ctx, input);
  if (!opened.ok) return opened;
  return writeOnce(ctx, procedure, input, (tx) => act(tx, opened.value.id, opened.value.state));
}
