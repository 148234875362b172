import {
  fail,
  lockRows,
  type Moment,
  newId,
  ok,
  type Prisma,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { areaOf, type OutlineRefusal, type Ring, readOutline } from './plot-outline.ts';

/** How far the area that was said may be from the one inside the outline: what a telephone's position is worth. */
const MOST_DIFFERENCE = 0.25;

/** A planting-unit code as the State gives it. */
export const PLANTING_UNIT = /^VN-[A-Z]{2}OR-\d{4}$/;

/** A plot as people enter it. */
export interface PlotEntry {
  /** Null: a new one. */
  id: string | null;
  code: string;
  name: string;
  memberCode: string;
  plantingUnitCode: string | null;
  /** Null: that of the outline. */
  areaM2: number | null;
  /** A corner a line, latitude before longitude. */
  outline: string;
  trees: { varietyCode: string; count: number; plantedYear: number }[];
}

/** Why a plot is not kept. */
export type PlotRefusal =
  | OutlineRefusal
  | { code: 'plot_unknown' }
  | { code: 'plot_closed' }
  | { code: 'plot_code_taken' }
  | { code: 'plot_member_unknown' }
  | { code: 'planting_unit_form' }
  | { code: 'plot_area_missing' }
  | { code: 'plot_area_differs'; outlineM2: number }
  | { code: 'plot_without_trees' }
  | { code: 'plot_trees_wrong'; thisYear: number };

/** What is said of a plot's land, as it may be kept. */
export interface CheckedPlot {
  areaM2: number;
  outline: Ring;
  trees: PlotEntry['trees'];
}

/** Looks at what is said of a plot's land; keeps nothing. */
export async function checkPlot(
  tx: Tx,
  moment: Moment,
  entry: Pick<PlotEntry, 'areaM2' | 'outline' | 'trees'>,
): Promise<Result<CheckedPlot, PlotRefusal>> {
  const outline = readOutline(entry.outline);
  if (!outline.ok) return outline;
  const outlineM2 = areaOf(outline.value);
  const areaM2 = entry.areaM2 ?? outlineM2;
  if (areaM2 === 0) return fail({ code: 'plot_area_missing' });
  if (outlineM2 > 0 && Math.abs(areaM2 - outlineM2) > MOST_DIFFERENCE * outlineM2)
    return fail({ code: 'plot_area_differs', outlineM2 });
  const { trees } = entry;
  if (trees.length === 0) return fail({ code: 'plot_without_trees' });
  const thisYear = vietnamDay(moment.now).getUTCFullYear();
  if (trees.some(({ count, plantedYear }) => count < 1 || plantedYear < 1950 || plantedYear > thisYear))
    return fail({ code: 'plot_trees_wrong', thisYear });
  const codes = trees.map(({ varietyCode }) => varietyCode);
  if ((await tx.variety.count({ where: { code: { in: codes } } })) < new Set(codes).size)
    return fail({ code: 'plot_without_trees' });
  return ok({ areaM2, outline: outline.value, trees });
}

/**
 * Keeps a plot as staff enter it, a new one where `id` is null; its grower's changes come by `growersChange`. The code
 * of a plot with harvests stays: it is in their events.
 */
export async function keepPlot(
  tx: Tx,
  moment: Moment,
  entry: PlotEntry,
): Promise<Result<string, PlotRefusal>> {
  const before = entry.id === null ? null : await openPlot(tx, entry.id, null);
  if (before && 'refused' in before) return fail(before.refused);
  const land = await checkPlot(tx, moment, entry);
  if (!land.ok) return land;
  const { areaM2, outline, trees } = land.value;
  const staffs = await staffsPart(tx, entry, before);
  if ('refused' in staffs) return fail(staffs.refused);
  const id = before?.id ?? newId('plo', moment);
  const data = { name: entry.name, areaM2, outline, ...staffs };
  if (before) await tx.plot.update({ where: { id }, data });
  else await tx.plot.create({ data: { id, ...data } });
  await tx.plotTrees.deleteMany({ where: { plotId: id } });
  await tx.plotTrees.createMany({ data: trees.map((each) => ({ plotId: id, ...each })) });
  return ok(id);
}

type Refused = { refused: PlotRefusal };
type Before = Prisma.PlotGetPayload<{ include: { trees: true; harvests: { select: { id: true } } } }>;

/** A plot that is not closed, locked; with a `memberId` that member's alone. */
export async function openPlot(tx: Tx, id: string, memberId: string | null): Promise<Before | Refused> {
  await lockRows(tx, 'plot', [id]);
  const plot = await tx.plot.findUnique({
    where: { id },
    include: { trees: true, harvests: { take: 1, select: { id: true } } },
  });
  if (!plot || (memberId !== null && plot.memberId !== memberId))
    return { refused: { code: 'plot_unknown' } };
  return plot.closedAt ? { refused: { code: 'plot_closed' } } : plot;
}

async function staffsPart(
  tx: Tx,
  entry: PlotEntry,
  before: Before | null,
): Promise<{ code: string; memberId: string; plantingUnitCode: string | null } | Refused> {
  const member = await tx.member.findUnique({ where: { code: entry.memberCode } });
  if (!member) return { refused: { code: 'plot_member_unknown' } };
  const { plantingUnitCode } = entry;
  if (plantingUnitCode !== null && !PLANTING_UNIT.test(plantingUnitCode))
    return { refused: { code: 'planting_unit_form' } };
  const code = before && before.harvests.length > 0 ? before.code : entry.code;
  const taken = await tx.plot.findUnique({ where: { code }, select: { id: true } });
  if (taken && taken.id !== before?.id) return { refused: { code: 'plot_code_taken' } };
  return { code, memberId: member.id, plantingUnitCode };
}

/** Closes a plot: nothing is written about it any more, and what was stays. */
export async function closePlot(
  tx: Tx,
  moment: Moment,
  id: string,
): Promise<Result<void, { code: 'plot_unknown' } | { code: 'plot_closed' }>> {
  await lockRows(tx, 'plot', [id]);
  const plot = await tx.plot.findUnique({ where: { id } });
  if (!plot) return fail({ code: 'plot_unknown' });
  if (plot.closedAt) return fail({ code: 'plot_closed' });
  await tx.plot.update({ where: { id }, data: { closedAt: moment.now } });
  return ok(undefined);
}
