import { type Moment, newId, type Tx } from '@baunghe/db';

/** Fruit of one harvest coming into the store. Days are UTC midnights. */
export interface ReceivedFruit {
  harvestId: string;
  batch: string;
  varietyCode: string;
  grade: string;
  cutOn: Date;
  bestBefore: Date;
  grams: number;
  /** Set when the fruit may not be sold, with why. */
  heldReason: string | null;
  byUser: string | null;
}

/** Opens a lot and books its fruit in. Returns the lot's id. */
export async function receiveLot(tx: Tx, moment: Moment, fruit: ReceivedFruit): Promise<string> {
  const { grams, byUser, ...lot } = fruit;
  const id = newId('lot', moment);
  await tx.lot.create({ data: { id, ...lot, createdAt: moment.now } });
  await tx.stockMove.create({ data: { lotId: id, kind: 'receive', grams, at: moment.now, byUser } });
  return id;
}
