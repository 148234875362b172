import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { aboutLotAndBox, inItsBox, type WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** A lot that came in at the packing house, or a box of it that came back. */
export interface ReceivedLot extends WeighedLot {
  packingLocation: string;
}

/**
 * Records that a lot came in (ObjectEvent, OBSERVE, receiving, in_progress), or that a box of it came back (returned).
 * Returns the eventID.
 */
export function recordReceived(tx: Tx, moment: Moment, lot: ReceivedLot): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: lot.box ? 'returned' : 'in_progress',
      readPoint: { id: lot.packingLocation },
      bizLocation: { id: lot.packingLocation },
      ...inItsBox(lot),
      quantityList: [kilogramQuantity(lot.lotClass, lot.grams)],
    },
    aboutLotAndBox(lot),
  );
}
