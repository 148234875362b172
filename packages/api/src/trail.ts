import { actsPage } from '@baunghe/coop';
import { z } from 'zod';
import { THINGS } from './act-about.ts';
import { id } from './fields.ts';
import { only, router } from './trpc.ts';

const PER_PAGE = 50;
/** More than this is no file to look through by hand. */
const MOST_EXPORTED = 10_000;
const DAY_MS = 86_400_000;

const wanted = z.object({
  byUser: id.nullable(),
  procedure: z.string().max(80).nullable(),
  /** The code of whatever it was about, in any case. */
  code: z
    .string()
    .max(64)
    .transform((typed) => typed.trim())
    .nullable(),
  /** A day in Vietnam. */
  day: z.iso
    .date()
    .transform((text) => new Date(`${text}T00:00:00+07:00`))
    .nullable(),
});

/** Who of the office did what, and when. */
export const trailRouter = router({
  acts: only('manager')
    .input(
      wanted.extend({
        after: z
          .string()
          .regex(/^\d{1,18}$/)
          .nullable(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const page = await actsPage(ctx.database, { ...searched(input), after: input.after, limit: PER_PAGE });
      const members = page.rows.flatMap(({ about }) => about).filter(({ kind }) => kind === 'member');
      return {
        ...page,
        people: await ctx.database.user.findMany({
          select: { id: true, name: true },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
        /** Members' pages are found by id. */
        memberIds: await ctx.database.member.findMany({
          where: { code: { in: members.map(({ code }) => code) } },
          select: { id: true, code: true },
        }),
      };
    }),

  /** The same acts for a file, newest first, ten thousand at the most. */
  export: only('manager')
    .input(wanted)
    .query(async ({ ctx, input }) => {
      const found = await actsPage(ctx.database, { ...searched(input), after: null, limit: MOST_EXPORTED });
      return found.rows;
    }),
});

function searched({ byUser, procedure, code, day }: z.output<typeof wanted>) {
  const typed = code ? [...new Set([code, code.toUpperCase()])] : null;
  return {
    byUser,
    procedure,
    things: typed && THINGS.flatMap((kind) => typed.map((each) => ({ kind, code: each }))),
    from: day,
    until: day && new Date(day.getTime() + DAY_MS),
  };
}
