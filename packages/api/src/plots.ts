import { askForPlotChange } from '@baunghe/coop';
import { ok } from '@baunghe/db';
import { closePlot, keepPlot, plotOffers, plots } from '@baunghe/farm';
import { plotLocationUri } from '@baunghe/gs1';
import { z } from 'zod';
import { area, id, line, optionalLine } from './fields.ts';
import { ownOnly, seenBy } from './own-plots.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const trees = z.object({
  varietyCode: z.string().min(1).max(32),
  count: z.number().int().min(0).max(100_000),
  plantedYear: z.number().int().min(0).max(9999),
});

const plot = writeKey.extend({
  /** Null: a new one. */
  id: id.nullable(),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,12}$/, 'code_invalid'),
  name: line(80, 'name_missing'),
  memberCode: z.string().max(20),
  plantingUnitCode: optionalLine(20).transform((text) => text?.toUpperCase() ?? null),
  areaM2: area,
  outline: z.string().max(30_000, 'too_long'),
  trees: z.array(trees).max(60),
  /** From a grower to the office. */
  note: optionalLine(500),
});

/** The members' plots. A grower sees their own and asks for what is wrong there, a manager mends all; a packer reads. */
export const plotsRouter = router({
  /** Plots that the person may see, or the one of a code. */
  list: only('member', 'packer', 'manager')
    .input(z.object({ code: z.string().max(40).nullish() }))
    .query(async ({ ctx, input }) => {
      const found = await plots(ctx.database, ctx.moment().now, {
        ...(input.code ? { code: input.code } : {}),
        ...seenBy(ctx.person),
      });
      return found.map((plot) => ({ ...plot, signPath: signPath(ctx.settings.gln, plot.code) }));
    }),

  /** What the form offers: varieties, and for staff the members. */
  offers: only('member', 'manager').query(async ({ ctx }) => {
    const { members, varieties } = await plotOffers(ctx.database);
    const manages = ctx.person.roles.includes('manager');
    return { varieties, manages, members: manages ? members : [] };
  }),

  /** Keeps a plot as staff enter it; of its grower's form what fruit is traced by becomes a request (`request`). */
  keep: only('member', 'manager')
    .input(plot)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'plots.keep', input, async (tx) => {
        const { key: _key, note, ...entry } = input;
        const { memberId } = ownOnly(ctx.person);
        if (memberId !== undefined) return askForPlotChange(tx, ctx.moment(), { memberId, entry, note });
        const kept = await keepPlot(tx, ctx.moment(), entry);
        return kept.ok ? ok({ plotId: kept.value, request: null }) : kept;
      }),
    ),

  close: only('manager')
    .input(writeKey.extend({ id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'plots.close', input, (tx) => closePlot(tx, ctx.moment(), input.id)),
    ),
});

/** Where the code on a plot's sign leads on the shop's own host: its GS1 Digital Link (AI 414, 254). */
const signPath = (gln: string, code: string): string => new URL(plotLocationUri(gln, code)).pathname;
