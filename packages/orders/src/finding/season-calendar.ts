import type { Tx } from '@baunghe/db';

/** A variety that is sold, with its months and what is known of now. */
export interface VarietySeason {
  code: string;
  fruit: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  picture: string;
  /** 1 to 12, ascending. */
  ripeMonths: number[];
}

/** The seasons of all varieties of which something is listed, in the order in which they ripen in a year. */
export async function seasonCalendar(tx: Tx): Promise<VarietySeason[]> {
  const varieties = await tx.variety.findMany({
    where: { products: { some: { listed: true } } },
    orderBy: [{ fruit: 'asc' }, { nameVi: 'asc' }],
  });
  return varieties
    .map(({ code, fruit, nameVi, nameEn, nameZh, picture, ripeMonths }) => {
      return {
        ...{ code, fruit, nameVi, nameEn, nameZh, picture },
        ripeMonths: [...ripeMonths].sort((a, b) => a - b),
      };
    })
    .sort((a, b) => (a.ripeMonths[0] ?? 13) - (b.ripeMonths[0] ?? 13) || a.fruit.localeCompare(b.fruit));
}
