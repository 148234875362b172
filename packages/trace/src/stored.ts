import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import type { WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** A lot that was brought to a place in the store. */
export interface StoredLot extends WeighedLot {
  packingLocation: string;
  /** The place's code. */
  place: string;
}

/** Records that a lot was brought to a place (ObjectEvent, OBSERVE, storing, in_progress). Returns the eventID. */
export function recordStored(tx: Tx, moment: Moment, lot: StoredLot): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'storing',
      disposition: 'in_progress',
      readPoint: { id: lot.packingLocation },
      bizLocation: { id: lot.packingLocation },
      quantityList: [kilogramQuantity(lot.lotClass, lot.grams)],
      'baunghe:place': lot.place,
    },
    [{ subject: 'lot', id: lot.lotId }],
  );
}

/** Records that the store was counted (ObjectEvent, OBSERVE, stock_taking), lot by lot. Returns the eventID. */
export function recordCounted(
  tx: Tx,
  moment: Moment,
  counted: { lots: readonly WeighedLot[]; packingLocation: string },
): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'stock_taking',
      readPoint: { id: counted.packingLocation },
      quantityList: counted.lots.map(({ lotClass, grams }) => kilogramQuantity(lotClass, grams)),
    },
    counted.lots.map(({ lotId }) => ({ subject: 'lot', id: lotId })),
  );
}
