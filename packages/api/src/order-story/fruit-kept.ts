import type { Happening, Source } from './happening.ts';

type FruitKept = Happening & {
  is: 'fruit_kept' | 'fruit_given_back';
  grams: number;
  batches: string[];
  /** Until when it waits for money; null: until it is packed. */
  until: Date | null;
};

/** When fruit of which lots was kept for the order, and when it was given back unpacked. */
export const fruitKept: Source<FruitKept> = async (database, { id }) => {
  const rows = await database.reservation.findMany({
    where: { line: { orderId: id } },
    include: { lot: { select: { batch: true } } },
    orderBy: { id: 'asc' },
  });
  const told = new Map<string, FruitKept>();
  const add = (is: FruitKept['is'], at: Date, row: (typeof rows)[number]) => {
    const key = `${is}:${at.getTime()}`;
    const before = told.get(key);
    const batches = [...new Set([...(before?.batches ?? []), row.lot.batch])];
    const [only] = batches;
    const grams = (before?.grams ?? 0) + row.grams;
    const until = is === 'fruit_kept' && row.state === 'active' ? row.expiresAt : null;
    const page = batches.length === 1 ? `/office/lots/${only}` : null;
    told.set(key, { id: key, is, at, by: { who: 'shop' }, page, grams, batches, until });
  };
  for (const row of rows) {
    add('fruit_kept', row.createdAt, row);
    if (row.state === 'released' && row.closedAt) add('fruit_given_back', row.closedAt, row);
  }
  return [...told.values()];
};
