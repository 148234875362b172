import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { aboutLotAndBox, inItsBox, type WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** Fruit of a lot that nobody will eat. */
export interface DestroyedFruit extends WeighedLot {
  packingLocation: string;
  /** One of the store's causes, such as `rotten`. */
  cause?: string;
  /** The hash of a picture of it, as `ni:///sha-256;…` (RFC 6920). */
  photo?: string | null;
}

/** Records that fruit was thrown away (ObjectEvent, DELETE, destroying, destroyed). Returns the eventID. */
export function recordDestroyed(tx: Tx, moment: Moment, fruit: DestroyedFruit): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'DELETE',
      bizStep: 'destroying',
      disposition: 'destroyed',
      readPoint: { id: fruit.packingLocation },
      ...inItsBox(fruit),
      quantityList: [kilogramQuantity(fruit.lotClass, fruit.grams)],
      ...(fruit.cause ? { 'baunghe:cause': fruit.cause } : {}),
      ...(fruit.photo ? { 'baunghe:photo': fruit.photo } : {}),
    },
    aboutLotAndBox(fruit),
  );
}
