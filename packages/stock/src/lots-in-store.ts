import type { Prisma, Tx } from '@baunghe/db';
import { LAST_PLACING, type StorePlace } from './store/places.ts';
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
  /** What came in as the lot began: cut, or sorted from another. */
  receivedGrams: number;
  onHandGrams: number;
  reservedGrams: number;
  plotId: string;
  plotCode: string;
  plotName: string;
  memberId: string;
  memberName: string;
  photoId: string | null;
  /** Where it lies; null before anybody said so. */
  place: StorePlace | null;
  /** The batch code of the lot that it was sorted from. */
  sortedFrom: string | null;
  /** The batch codes of the lots that were sorted from it. */
  sortedInto: string[];
}

/** Lots, newest cut first: all of them, those of one member, those with fruit left, or the one of a batch code; at most `limit`. */
export async function lotsInStore(
  tx: Tx,
  of: { memberId?: string; batch?: string; inStore?: boolean; limit: number },
): Promise<LotInStore[]> {
  const lots = await tx.lot.findMany({
    where: {
      ...(of.batch ? { batch: of.batch } : {}),
      ...(of.inStore ? { balance: { onHandGrams: { gt: 0 } } } : {}),
      ...(of.memberId ? { harvest: { plot: { memberId: of.memberId } } } : {}),
    },
    include: LOT_PARTS,
    orderBy: [{ cutOn: 'desc' }, { createdAt: 'desc' }],
    take: of.limit,
  });
  return lots.map(
    ({ balance, harvest, variety, withdrawals, moves, placings, sortedFrom, sortedInto, ...lot }) => ({
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
      receivedGrams: moves.reduce((grams, move) => grams + move.grams, 0),
      onHandGrams: balance?.onHandGrams ?? 0,
      reservedGrams: balance?.reservedGrams ?? 0,
      plotId: harvest.plotId,
      plotCode: harvest.plot.code,
      plotName: harvest.plot.name,
      memberId: harvest.plot.memberId,
      memberName: harvest.plot.member.name,
      photoId: harvest.photoId,
      place: placings[0] ? { code: placings[0].place.code, name: placings[0].place.name } : null,
      sortedFrom: sortedFrom?.parent.batch ?? null,
      sortedInto: sortedInto.map((child) => child.lot.batch),
    }),
  );
}

/** Which rows of the ledger tell what a lot began with. */
export const BEGAN_WITH = {
  where: { OR: [{ kind: 'receive' }, { kind: 'grade', grams: { gt: 0 } }] },
  select: { grams: true },
} satisfies Prisma.Lot$movesArgs;

const LOT_PARTS = {
  balance: true,
  withdrawals: LAST_WITHDRAWAL,
  variety: true,
  moves: BEGAN_WITH,
  placings: LAST_PLACING,
  sortedFrom: { select: { parent: { select: { batch: true } } } },
  sortedInto: { select: { lot: { select: { batch: true } } }, orderBy: { lotId: 'asc' } },
  harvest: { include: { plot: { include: { member: true } } } },
} satisfies Prisma.LotInclude;
