import { type Tx, vietnamDay } from '@baunghe/db';
import type { Ring } from './plot-outline.ts';
import { type OpenInterval, openIntervals } from './pre-harvest-interval.ts';

/** A plot as its grower and the cooperative's staff see it. */
export interface PlotRecord {
  id: string;
  code: string;
  name: string;
  memberId: string;
  memberCode: string;
  memberName: string;
  plantingUnitCode: string | null;
  areaM2: number;
  outline: Ring;
  closedAt: Date | null;
  trees: {
    varietyCode: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    count: number;
    plantedYear: number;
  }[];
  /** What keeps fruit on the plot today, if anything. */
  notBefore: OpenInterval | null;
}

/** Plots by code, the closed ones too: of one member, the one of a code, or all. */
export async function plots(
  tx: Tx,
  now: Date,
  of: { memberId?: string; code?: string },
): Promise<PlotRecord[]> {
  const found = await tx.plot.findMany({
    where: { ...(of.memberId ? { memberId: of.memberId } : {}), ...(of.code ? { code: of.code } : {}) },
    include: { member: true, trees: { include: { variety: true }, orderBy: { count: 'desc' } } },
    orderBy: { code: 'asc' },
  });
  const ids = found.map(({ id }) => id);
  const open = await openIntervals(tx, ids, vietnamDay(now));
  return found.map(({ id, code, name, memberId, plantingUnitCode, areaM2, closedAt, ...plot }) => ({
    ...{ id, code, name, memberId, plantingUnitCode, areaM2, closedAt },
    memberCode: plot.member.code,
    memberName: plot.member.name,
    outline: plot.outline as Ring,
    trees: plot.trees.map(({ variety, varietyCode, count, plantedYear }) => ({
      ...{ varietyCode, count, plantedYear },
      ...{ nameVi: variety.nameVi, nameEn: variety.nameEn, nameZh: variety.nameZh },
    })),
    notBefore: open.get(id) ?? null,
  }));
}

/** What a plot's form offers: the members and the varieties. */
export async function plotOffers(tx: Tx): Promise<{
  members: { code: string; name: string }[];
  varieties: { code: string; nameVi: string; nameEn: string; nameZh: string | null }[];
}> {
  const [members, varieties] = await Promise.all([
    tx.member.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } }),
    tx.variety.findMany({
      select: { code: true, nameVi: true, nameEn: true, nameZh: true },
      orderBy: [{ fruit: 'asc' }, { nameVi: 'asc' }],
    }),
  ]);
  return { members, varieties };
}
