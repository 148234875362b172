import type { Tx } from '@baunghe/db';
import { LAST_WITHDRAWAL, type OpenWithdrawal, openWithdrawal } from './withdraw-lot.ts';

/** A lot as the store's page shows it. */
export interface LotInStore {
  lotId: string;
  batch: string;
  /** GTIN-14 of the fruit before it is packed: with the batch code it leads to the lot's public page. */
  looseGtin: string;
  varietyCode: string;
  varietyVi: string;
  varietyEn: string;
  varietyZh: string | null;
  grade: string;
  cutOn: Date;
  bestBefore: Date;
  heldReason: string | null;
  withdrawn: OpenWithdrawal | null;
  receivedGrams: number;
  onHandGrams: number;
  reservedGrams: number;
  plotId: string;
  plotCode: string;
  plotName: string;
  memberId: string;
  memberName: string;
  photoId: string | null;
}

/** Lots, newest cut first: all of them, those of one member, or the one of a batch code; at most `limit`. */
export async function lotsInStore(
  tx: Tx,
  of: { memberId?: string; batch?: string; limit: number },
): Promise<LotInStore[]> {
  const lots = await tx.lot.findMany({
    where: {
      ...(of.batch ? { batch: of.batch } : {}),
      ...(of.memberId ? { harvest: { plot: { memberId: of.memberId } } } : {}),
    },
    include: LOT_PARTS,
    orderBy: [{ cutOn: 'desc' }, { createdAt: 'desc' }],
    take: of.limit,
  });
  return lots.map(({ balance, harvest, variety, withdrawals, ...lot }) => ({
    lotId: lot.id,
    batch: lot.batch,
    looseGtin: variety.looseGtin,
    varietyCode: lot.varietyCode,
    varietyVi: variety.nameVi,
    varietyEn: variety.nameEn,
    varietyZh: variety.nameZh,
    grade: lot.grade,
    cutOn: lot.cutOn,
    bestBefore: lot.bestBefore,
    heldReason: lot.heldReason,
    withdrawn: openWithdrawal(withdrawals),
    receivedGrams: harvest.grams,
    onHandGrams: balance?.onHandGrams ?? 0,
    reservedGrams: balance?.reservedGrams ?? 0,
    plotId: harvest.plotId,
    plotCode: harvest.plot.code,
    plotName: harvest.plot.name,
    memberId: harvest.plot.memberId,
    memberName: harvest.plot.member.name,
    photoId: harvest.photoId,
  }));
}

const LOT_PARTS = {
  balance: true,
  withdrawals: LAST_WITHDRAWAL,
  variety: true,
  harvest: { include: { plot: { include: { member: true } } } },
} as const;
