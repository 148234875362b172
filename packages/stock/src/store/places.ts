import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { recordStored } from '@baunghe/trace';
import { type Hand, house, type LotUnknown, lotAtHand } from './lot-at-hand.ts';

/** A place in the store, such as the cold room or a shelf. */
export interface StorePlace {
  /** Capital letters and digits, as painted on it. */
  code: string;
  name: string;
}

/** Why a lot is not moved. */
export type MoveRefusal =
  | LotUnknown
  | { code: 'place_unknown' }
  | { code: 'lot_is_there' }
  | { code: 'lot_moved_meanwhile'; place: StorePlace; at: Date };

/** Where a lot is to be brought. */
export interface Moving {
  batch: string;
  placeCode: string;
  /** Where whoever moves it believes that it lies, null for nowhere yet; unless given, wherever it lies will do. */
  seenPlace?: string | null | undefined;
}

/** Which rows tell where a lot lies, for whoever reads lots: the last that nobody has declared wrong. */
export const LAST_PLACING = {
  where: { event: { correction: null } },
  orderBy: { id: 'desc' },
  take: 1,
  include: { place: true },
} as const;

/** All places, by their code. */
export function places(tx: Tx): Promise<StorePlace[]> {
  return tx.place.findMany({ orderBy: { code: 'asc' } });
}

/** Adds a place to the store. */
export async function addPlace(
  tx: Tx,
  { code, name }: StorePlace,
): Promise<Result<void, { code: 'place_taken' }>> {
  const added = await tx.place.createMany({ data: [{ code, name }], skipDuplicates: true });
  return added.count === 1 ? ok(undefined) : fail({ code: 'place_taken' });
}

/**
 * Brings a lot to a place and tells the trace (ObjectEvent, storing). A lot lies at one place at a time; who believes it
 * at another than where it lies is told first.
 */
export async function moveLot(
  tx: Tx,
  moment: Moment,
  by: Hand,
  { batch, placeCode, seenPlace }: Moving,
): Promise<Result<void, MoveRefusal>> {
  const lot = await lotAtHand(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const place = await tx.place.findUnique({ where: { code: placeCode } });
  if (!place) return fail({ code: 'place_unknown' });
  const [last] = await tx.lotPlacing.findMany({
    ...LAST_PLACING,
    where: { ...LAST_PLACING.where, lotId: lot.id },
  });
  if (last?.placeCode === placeCode) return fail({ code: 'lot_is_there' });
  if (last && seenPlace !== undefined && last.placeCode !== seenPlace)
    return fail({ code: 'lot_moved_meanwhile', place: placeOf(last), at: last.at });
  const told = { ...lot.fruit, ...house(by), grams: lot.onHandGrams, place: placeCode };
  const eventId = await recordStored(tx, moment, told);
  await tx.lotPlacing.create({
    data: { lotId: lot.id, placeCode, eventId, at: moment.now, byUser: by.userId },
  });
  return ok(undefined);
}

const placeOf = ({ place: { code, name } }: { place: StorePlace }): StorePlace => ({ code, name });
