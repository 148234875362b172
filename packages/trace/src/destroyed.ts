import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import type { WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** Fruit of a lot that nobody will eat. */
export interface DestroyedFruit extends WeighedLot {
  packingLocation: string;
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
      quantityList: [kilogramQuantity(fruit.lotClass, fruit.grams)],
    },
    [{ subject: 'lot', id: fruit.lotId }],
  );
}
