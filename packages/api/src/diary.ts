import { DiaryAct, fail, ok, vietnamDay } from '@baunghe/db';
import { diaryEntry, diaryOffers, diaryOfPlot, openInterval, recordDiary } from '@baunghe/farm';
import { z } from 'zod';
import type { FieldCode } from './field-codes.ts';
import { area, day, id, optionalLine } from './fields.ts';
import { ownOnly, seenBy } from './own-plots.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const grower = only('member', 'manager');
const reader = only('member', 'packer', 'manager');

const MOST_LINES = 200;

const told = z.object({
  plotId: z.string('plot_missing').min(1, 'plot_missing').max(64),
  act: z.enum(DiaryAct, 'act_missing'),
  doneOn: day,
  inputId: z
    .string()
    .max(64)
    .nullish()
    .transform((text) => text || null),
  dose: optionalLine(80),
  reason: optionalLine(120),
  operator: optionalLine(80),
  areaM2: area,
  quantity: optionalLine(80),
  equipment: optionalLine(80),
  weather: optionalLine(80),
  invoice: optionalLine(80),
  supplier: optionalLine(120),
  note: optionalLine(400),
});

type Told = z.output<typeof told>;

/** What an act's record must say by TCVN 11892-1, and the code of what is missing. */
const MUST_SAY: Partial<Record<DiaryAct, [keyof Told, FieldCode][]>> = {
  spray: [
    ['dose', 'dose_missing'],
    ['reason', 'reason_missing'],
    ['operator', 'operator_missing'],
  ],
  fertilise: [['dose', 'dose_missing']],
  buy: [['quantity', 'quantity_missing']],
};

const entry = writeKey.and(
  told.superRefine((given, context) => {
    for (const [name, message] of MUST_SAY[given.act] ?? [])
      if (given[name] === null) context.addIssue({ code: 'custom', path: [name], message });
  }),
);

/** The diary of what was done on the plots. A member reads and writes their own; a manager all, a packer reads all. */
export const diaryRouter = router({
  /** What the form offers this person first, and the catalogue. */
  offers: grower.query(({ ctx }) =>
    diaryOffers(ctx.database, { userId: ctx.person.userId, today: vietnamDay(ctx.moment().now) }),
  ),

  record: grower.input(entry).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'diary.record', input, (tx) => {
      const { key: _key, ...told } = input;
      const by = { userId: ctx.person.userId, memberId: ownOnly(ctx.person).memberId ?? null };
      return recordDiary(tx, ctx.moment(), by, told);
    }),
  ),

  /** Entries of a plot, or of all that the person may read, the last done first. */
  entries: reader.input(z.object({ plotId: id.nullish() })).query(({ ctx, input }) =>
    diaryOfPlot(ctx.database, {
      ...(input.plotId ? { plotId: input.plotId } : {}),
      ...seenBy(ctx.person),
      limit: MOST_LINES,
    }),
  ),

  /** One entry, the lots cut inside its interval, and what keeps fruit on the plot today. */
  entry: reader.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await diaryEntry(ctx.database, { ...input, ...seenBy(ctx.person) });
    if (!found) return fail({ code: 'entry_unknown' });
    const notBefore = await openInterval(ctx.database, found.plotId, vietnamDay(ctx.moment().now));
    return ok({ ...found, notBefore });
  }),
});
