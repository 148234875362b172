import { detailsOn, detailWithin } from '@baunghe/coop';
import { fail, ok, vietnamDay } from '@baunghe/db';
import { knownPlot, plotSeason, unitCodes, unitSeason } from '@baunghe/farm';
import { eventsOfFruit, MOST_STEPS, reachedLots, tracedSteps } from '@baunghe/orders';
import { eventDocument, type JsonObject, MOST_EVENTS } from '@baunghe/trace';
import { z } from 'zod';
import { day } from './fields.ts';
import { only, router } from './trpc.ts';

const manager = only('manager');
const isoDay = z.iso.date('day_invalid');
const code = z
  .string()
  .trim()
  .max(20)
  .transform((text) => text.toUpperCase());

/** What auditors and authorities ask for as a file. */
export const exportsRouter = router({
  /** A plot's diary, harvests and laboratory results of a season. */
  season: manager
    .input(z.object({ plotCode: code, from: day, to: day }))
    .query(async ({ ctx, input: { plotCode, from, to } }) => {
      const season = await plotSeason(ctx.database, { code: plotCode, from, to });
      return season ? ok(season) : fail({ code: 'plot_unknown' });
    }),

  /** The codes of planting units that there are, and most events that one document holds. */
  choice: manager.query(async ({ ctx }) => ({
    units: await unitCodes(ctx.database),
    mostEvents: MOST_EVENTS,
  })),

  /** A planting unit's season with what became of its lots, as GACC asks of orchards that send fruit to China. */
  unit: manager
    .input(z.object({ unitCode: code, from: day, to: day }))
    .query(async ({ ctx, input: { unitCode, from, to } }) => {
      const season = await unitSeason(ctx.database, { code: unitCode, from, to });
      if (!season) return fail({ code: 'unit_unknown' });
      const lotIds = season.plots.flatMap(({ harvests }) => harvests.flatMap((harvest) => harvest.lotIds));
      const lots = await reachedLots(ctx.database, lotIds, null, lotIds.length);
      const houses = await detailWithin(ctx.database, 'packing_house', from, to);
      return ok({ ...season, lots, packingHouseGln: ctx.settings.gln, packingHouseCodes: houses });
    }),

  /**
   * Critical tracking events with their key data elements (FSMA 204), where the code of a lot comes from, and where the
   * cooperative is called. Businesses that bought are named to managers; an auditor reads their province alone.
   */
  steps: manager.input(z.object({ from: isoDay, to: isoDay })).query(async ({ ctx, input }) => {
    const names = ctx.person.roles.includes('manager');
    const steps = await tracedSteps(ctx.database, { ...input, names });
    if (steps.length > MOST_STEPS) return fail({ code: 'export_too_large', most: MOST_STEPS });
    const { phone } = await detailsOn(ctx.database, vietnamDay(ctx.moment().now));
    return ok({ steps, gln: ctx.settings.gln, phone });
  }),

  /** Own events as one EPCIS document: of fruit cut on a plot in some days, or of all that happened in them. */
  events: manager
    .input(z.object({ plotCode: code.nullable(), from: isoDay, to: isoDay }))
    .query(async ({ ctx, input }) => {
      const { database, settings } = ctx;
      const { plotCode } = input;
      if (plotCode !== null && !(await knownPlot(database, plotCode))) return fail({ code: 'plot_unknown' });
      // As many as one capture takes in, so that whoever gets it can put it into a repository as it is.
      const ids = await eventsOfFruit(database, input, MOST_EVENTS + 1);
      if (ids.length > MOST_EVENTS) return fail({ code: 'export_too_large', most: MOST_EVENTS });
      const ownNamespace = `${settings.publicUrl}/epcis/terms/`;
      const document = await eventDocument(database, ids, { now: ctx.moment().now, ownNamespace });
      return ok<{ document: JsonObject; events: number }>({ document, events: ids.length });
    }),
});
