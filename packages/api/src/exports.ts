import { fail, ok } from '@baunghe/db';
import { plotSeason } from '@baunghe/farm';
import { tracedSteps } from '@baunghe/orders';
import { z } from 'zod';
import { day } from './fields.ts';
import { only, router } from './trpc.ts';

const manager = only('manager');
const isoDay = z.iso.date('day_invalid');

/** What auditors and authorities ask for as a file. */
export const exportsRouter = router({
  /** A plot's diary, harvests and laboratory results of a season. */
  season: manager
    .input(z.object({ plotCode: z.string().max(12), from: day, to: day }))
    .query(async ({ ctx, input: { plotCode, from, to } }) => {
      const season = await plotSeason(ctx.database, { code: plotCode.trim().toUpperCase(), from, to });
      return season ? ok(season) : fail({ code: 'plot_unknown' });
    }),

  /** Critical tracking events with their key data elements (FSMA 204), and where the code of a lot comes from. */
  steps: manager.input(z.object({ from: isoDay, to: isoDay })).query(async ({ ctx, input }) => {
    return { steps: await tracedSteps(ctx.database, input), gln: ctx.settings.gln };
  }),
});
