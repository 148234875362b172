import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import type { WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** A lot that came in at the packing house. */
export interface ReceivedLot extends WeighedLot {
  packingLocation: string;
}

/** Records that a lot came in (ObjectEvent, OBSERVE, receiving, in_progress). Returns the eventID. */
export function recordReceived(tx: Tx, moment: Moment, lot: ReceivedLot): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'in_progress',
      readPoint: { id: lot.packingLocation },
      bizLocation: { id: lot.packingLocation },
      quantityList: [kilogramQuantity(lot.lotClass, lot.grams)],
    },
    [{ subject: 'lot', id: lot.lotId }],
  );
}
