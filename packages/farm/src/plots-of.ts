import { type Tx, vietnamDay } from '@baunghe/db';
import { type OpenInterval, openIntervals } from './pre-harvest-interval.ts';

/** A plot as the harvest form offers it. */
export interface PlotChoice {
  id: string;
  code: string;
  name: string;
  memberId: string;
  memberName: string;
  varieties: { code: string; nameVi: string; nameEn: string; nameZh: string | null }[];
  /** What keeps fruit on the plot today, if anything. */
  notBefore: OpenInterval | null;
}

/** The open plots of one member, or of all, the one harvested last first. */
export async function plotsOf(tx: Tx, now: Date, of: { memberId?: string }): Promise<PlotChoice[]> {
  const plots = await tx.plot.findMany({
    where: { closedAt: null, ...(of.memberId ? { memberId: of.memberId } : {}) },
    include: {
      member: true,
      trees: { include: { variety: true }, orderBy: { count: 'desc' } },
      harvests: { orderBy: { recordedAt: 'desc' }, take: 1, select: { recordedAt: true } },
    },
    orderBy: { code: 'asc' },
  });
  const lastFirst = plots.sort(
    (a, b) => +(b.harvests[0]?.recordedAt ?? 0) - +(a.harvests[0]?.recordedAt ?? 0),
  );
  const ids = lastFirst.map(({ id }) => id);
  const open = await openIntervals(tx, ids, vietnamDay(now));
  return lastFirst.map((plot) => ({
    id: plot.id,
    code: plot.code,
    name: plot.name,
    memberId: plot.memberId,
    memberName: plot.member.name,
    varieties: plot.trees.map(({ variety }) => ({
      code: variety.code,
      nameVi: variety.nameVi,
      nameEn: variety.nameEn,
      nameZh: variety.nameZh,
    })),
    notBefore: open.get(plot.id) ?? null,
  }));
}
