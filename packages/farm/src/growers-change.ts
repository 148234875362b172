import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { checkPlot, openPlot, PLANTING_UNIT, type PlotEntry, type PlotRefusal } from './keep-plot.ts';
import type { Ring } from './plot-outline.ts';

type Trees = PlotEntry['trees'];

/** What a grower would have changed of what fruit is traced by, beside what stands there now. Null: stays. */
export interface PlotChange {
  areaM2: number | null;
  areaM2Before: number;
  outline: Ring | null;
  outlineBefore: Ring;
  plantingUnitCode: string | null;
  plantingUnitBefore: string | null;
  trees: Trees | null;
  treesBefore: Trees;
}

/**
 * Takes a plot's form from its grower: the name is theirs and changes at once; what fruit is traced by (outline, area,
 * trees, planting unit) is told and not kept. `change` is null where none of that is to change.
 */
export async function growersChange(
  tx: Tx,
  moment: Moment,
  memberId: string,
  entry: PlotEntry,
): Promise<Result<{ plotId: string; change: PlotChange | null }, PlotRefusal>> {
  if (entry.id === null) return fail({ code: 'plot_unknown' });
  const plot = await openPlot(tx, entry.id, memberId);
  if ('refused' in plot) return fail(plot.refused);
  const { plantingUnitCode } = entry;
  if (plantingUnitCode !== null && !PLANTING_UNIT.test(plantingUnitCode))
    return fail({ code: 'planting_unit_form' });
  const land = await checkPlot(tx, moment, entry);
  if (!land.ok) return land;
  const { areaM2, outline, trees } = land.value;
  await tx.plot.update({ where: { id: plot.id }, data: { name: entry.name } });
  const outlineBefore = plot.outline as Ring;
  const treesBefore = plot.trees.map(({ varietyCode, count, plantedYear }) => ({
    ...{ varietyCode, count, plantedYear },
  }));
  const change: PlotChange = {
    ...{ areaM2: areaM2 === plot.areaM2 ? null : areaM2, areaM2Before: plot.areaM2 },
    ...{ outline: same(outline, outlineBefore) ? null : outline, outlineBefore },
    plantingUnitCode: plantingUnitCode === plot.plantingUnitCode ? null : plantingUnitCode,
    plantingUnitBefore: plot.plantingUnitCode,
    ...{ trees: same(byVariety(trees), byVariety(treesBefore)) ? null : trees, treesBefore },
  };
  const changes = [change.areaM2, change.outline, change.plantingUnitCode, change.trees];
  return ok({ plotId: plot.id, change: changes.every((each) => each === null) ? null : change });
}

const byVariety = (trees: Trees): string[] =>
  trees.map(({ varietyCode, count, plantedYear }) => `${varietyCode} ${count} ${plantedYear}`).sort();

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
