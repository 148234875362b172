import type { Tx } from '@baunghe/db';

/** A plot by what people call it and what grows there. */
export interface NamedPlot {
  id: string;
  code: string;
  varieties: { code: string; nameVi: string; nameEn: string }[];
}

/** The open plots of one member, or of all, by code: whoever tells of a harvest in words may name these. */
export async function namedPlots(tx: Tx, of: { memberId?: string }): Promise<NamedPlot[]> {
  const plots = await tx.plot.findMany({
    where: { closedAt: null, ...(of.memberId ? { memberId: of.memberId } : {}) },
    select: { id: true, code: true, trees: { include: { variety: true }, orderBy: { count: 'desc' } } },
    orderBy: { code: 'asc' },
  });
  return plots.map(({ id, code, trees }) => ({
    id,
    code,
    varieties: trees.map(({ variety }) => {
      return { code: variety.code, nameVi: variety.nameVi, nameEn: variety.nameEn };
    }),
  }));
}
