import { forecastWeeks, sayForecast } from '@baunghe/farm';
import { z } from 'zod';
import { day, id } from './fields.ts';
import { ownOnly, seenBy } from './own-plots.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const forecast = writeKey.extend({
  plotId: z.string('plot_missing').min(1, 'plot_missing').max(64),
  varietyCode: z.string('variety_missing').min(1, 'variety_missing').max(32),
  /** Any day of the week. */
  monday: day,
  grams: z
    .number('weight_missing')
    .int('weight_invalid')
    .min(0, 'weight_invalid')
    .max(200_000_000, 'weight_invalid'),
});

/** What growers expect to cut, week by week, beside what came in. */
export const forecastsRouter = router({
  weeks: only('member', 'packer', 'manager')
    .input(z.object({ plotId: id.nullish() }))
    .query(({ ctx, input }) =>
      forecastWeeks(ctx.database, ctx.moment().now, {
        ...(input.plotId ? { plotId: input.plotId } : {}),
        ...seenBy(ctx.person),
      }),
    ),

  say: only('member', 'manager')
    .input(forecast)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'forecasts.say', input, (tx) => {
        const { key: _key, ...said } = input;
        const by = { userId: ctx.person.userId, memberId: ownOnly(ctx.person).memberId ?? null };
        return sayForecast(tx, ctx.moment(), by, said);
      }),
    ),
});
