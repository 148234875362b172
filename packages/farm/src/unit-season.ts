import type { Tx } from '@baunghe/db';
import { type PlotSeason, plotSeason } from './plot-season.ts';

/** A planting unit's season: its plots, what the State's code stands on, and what was done, cut and found on each. */
export interface UnitSeason {
  /** Such as VN-TGOR-0095. */
  code: string;
  plots: PlotSeason[];
  papers: { number: string; issuer: string; validFrom: Date; validTo: Date }[];
}

/** What happened on the plots of a planting unit from one day to another, both included; null where no plot has the code. */
export async function unitSeason(
  tx: Tx,
  { code, from, to }: { code: string; from: Date; to: Date },
): Promise<UnitSeason | null> {
  const plots = await tx.plot.findMany({
    where: { plantingUnitCode: code },
    select: { id: true, code: true, memberId: true },
    orderBy: { code: 'asc' },
  });
  if (plots.length === 0) return null;
  const seasons: PlotSeason[] = [];
  for (const plot of plots) {
    const season = await plotSeason(tx, { code: plot.code, from, to });
    if (season) seasons.push(season);
  }
  const papers = await tx.certificate.findMany({
    where: { kind: 'planting_unit', plotId: { in: plots.map(({ id }) => id) } },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
  });
  return {
    code,
    plots: seasons,
    papers: papers.map(({ number, issuer, validFrom, validTo }) => ({ number, issuer, validFrom, validTo })),
  };
}

/** The codes of all planting units, in their order. */
export async function unitCodes(tx: Tx): Promise<string[]> {
  const plots = await tx.plot.findMany({
    where: { plantingUnitCode: { not: null } },
    select: { plantingUnitCode: true },
    distinct: ['plantingUnitCode'],
    orderBy: { plantingUnitCode: 'asc' },
  });
  return plots.flatMap(({ plantingUnitCode }) => plantingUnitCode ?? []);
}
