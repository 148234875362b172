import type { Tx } from '@baunghe/db';

/** A lot as the store's page shows it. */
export interface LotInStore {
  lotId: string;
  batch: string;
  varietyCode: string;
  grade: string;
  cutOn: Date;
  bestBefore: Date;
  heldReason: string | null;
  receivedGrams: number;
  onHandGrams: number;
  reservedGrams: number;
  plotCode: string;
  memberId: string;
}

/** Lots, newest cut first: all of them, or those of one member; at most `limit`. */
export async function lotsInStore(tx: Tx, of: { memberId?: string; limit: number }): Promise<LotInStore[]> {
  const lots = await tx.lot.findMany({
    where: of.memberId ? { harvest: { plot: { memberId: of.memberId } } } : {},
    include: { balance: true, harvest: { include: { plot: true } } },
    orderBy: [{ cutOn: 'desc' }, { batch: 'asc' }],
    take: of.limit,
  });
  return lots.map((lot) => ({
    lotId: lot.id,
    batch: lot.batch,
    varietyCode: lot.varietyCode,
    grade: lot.grade,
    cutOn: lot.cutOn,
    bestBefore: lot.bestBefore,
    heldReason: lot.heldReason,
    receivedGrams: lot.harvest.grams,
    onHandGrams: lot.balance?.onHandGrams ?? 0,
    reservedGrams: lot.balance?.reservedGrams ?? 0,
    plotCode: lot.harvest.plot.code,
    memberId: lot.harvest.plot.memberId,
  }));
}
