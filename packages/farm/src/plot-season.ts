import type { LabKind, Tx } from '@baunghe/db';
import { type DiaryLine, toLine } from './diary-of-plot.ts';

/** A plot's season as an auditor reads it: who and where, what was done, what was cut, what laboratories found. */
export interface PlotSeason {
  code: string;
  name: string;
  memberName: string;
  plantingUnitCode: string | null;
  areaM2: number;
  trees: string[];
  diary: DiaryLine[];
  harvests: SeasonHarvest[];
  results: SeasonResult[];
}

/** Fruit cut on a day, and the lots that it lies in. */
export interface SeasonHarvest {
  harvestId: string;
  cutOn: Date;
  lotIds: string[];
  batches: string[];
  nameVi: string;
  nameEn: string;
  grade: string;
  grams: number;
}

/** What a laboratory found, on the plot itself or in fruit of one of its harvests. */
export interface SeasonResult {
  kind: LabKind;
  number: string;
  laboratory: string;
  sampledOn: Date;
  resultOn: Date;
  passed: boolean;
  nanogramsPerKg: number | null;
  limitNanogramsPerKg: number | null;
  /** Null for a result on the plot. */
  harvestId: string | null;
}

/** What happened on a plot from one day to another, both included, in the order of its days; null for no plot. */
export async function plotSeason(
  tx: Tx,
  { code, from, to }: { code: string; from: Date; to: Date },
): Promise<PlotSeason | null> {
  const days = { gte: from, lte: to };
  const plot = await tx.plot.findUnique({
    where: { code },
    include: {
      member: true,
      trees: { include: { variety: true }, orderBy: { count: 'desc' } },
      diary: {
        where: { doneOn: days },
        include: { plot: { select: { code: true, name: true } } },
        orderBy: [{ doneOn: 'asc' }, { id: 'asc' }],
      },
      harvests: {
        where: { cutOn: days },
        include: { variety: true, lots: { select: { id: true, batch: true }, orderBy: { id: 'asc' } } },
        orderBy: [{ cutOn: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!plot) return null;
  const undone = await tx.harvestUndone.findMany({
    where: { harvestId: { in: plot.harvests.map(({ id }) => id) } },
  });
  const gone = new Set(undone.map(({ harvestId }) => harvestId));
  const ofPlot = [{ plotId: plot.id }, { lot: { harvest: { plotId: plot.id } } }];
  const results = await tx.labResult.findMany({
    where: { sampledOn: days, OR: ofPlot },
    include: { lot: { select: { harvestId: true } } },
    orderBy: [{ sampledOn: 'asc' }, { position: 'asc' }],
  });
  return {
    ...{ code: plot.code, name: plot.name, areaM2: plot.areaM2, plantingUnitCode: plot.plantingUnitCode },
    memberName: plot.member.name,
    trees: plot.trees.map(({ variety, count }) => `${variety.nameVi}: ${count}`),
    diary: plot.diary.map(toLine),
    harvests: plot.harvests
      .filter(({ id }) => !gone.has(id))
      .map(({ id, cutOn, lots, variety: { nameVi, nameEn }, grade, grams }) => ({
        ...{ harvestId: id, cutOn, nameVi, nameEn, grade, grams },
        lotIds: lots.map((lot) => lot.id),
        batches: lots.map(({ batch }) => batch),
      })),
    results: results.map(({ kind, number, laboratory, sampledOn, resultOn, passed, lot, ...measured }) => {
      const { nanogramsPerKg, limitNanogramsPerKg } = measured;
      const harvestId = lot?.harvestId ?? null;
      return {
        ...{ kind, number, laboratory, sampledOn, resultOn, passed, harvestId },
        ...{ nanogramsPerKg, limitNanogramsPerKg },
      };
    }),
  };
}
