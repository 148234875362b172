import type { Moment, Tx } from '@baunghe/db';
import { purchaseOrder } from './business-transaction.ts';
import { kilogramQuantity } from './event.ts';
import { type ActBody, recordAct } from './record-event.ts';

/** A box that was opened again before it left. */
export interface UnpackedBox {
  boxId: string;
  /** EPC URI of the box (Digital Link with GTIN and serial). */
  boxEpc: string;
  lotId: string;
  lotClass: string;
  orderId: string;
  grams: number;
  gln: string;
  packingLocation: string;
  /** Whether its fruit went back to the lot, or is no more. */
  fate: 'returned' | 'destroyed';
  /** Whether the lot is called back. */
  recalled: boolean;
}

/**
 * Records that a box is no more. Its fruit went back to its lot: TransformationEvent, unpacking, the box in and the lot
 * out; CBV 2.0, 7.1.2 and 7.2.2: in_progress, or recalled. Its fruit was thrown away with it: ObjectEvent, DELETE,
 * destroying, destroyed. Returns the eventID.
 */
export function recordUnpacked(tx: Tx, moment: Moment, box: UnpackedBox): Promise<string> {
  const where = { readPoint: { id: box.packingLocation } };
  const order = { bizTransactionList: [purchaseOrder(box.gln, box.orderId)] };
  const returned: ActBody = {
    type: 'TransformationEvent',
    bizStep: 'unpacking',
    disposition: box.recalled ? 'recalled' : 'in_progress',
    ...where,
    bizLocation: { id: box.packingLocation },
    ...order,
    inputEPCList: [box.boxEpc],
    outputQuantityList: [kilogramQuantity(box.lotClass, box.grams)],
  };
  const destroyed: ActBody = {
    type: 'ObjectEvent',
    action: 'DELETE',
    bizStep: 'destroying',
    disposition: 'destroyed',
    ...where,
    ...order,
    epcList: [box.boxEpc],
  };
  return recordAct(tx, moment, box.fate === 'returned' ? returned : destroyed, [
    { subject: 'box', id: box.boxId },
    { subject: 'lot', id: box.lotId },
    { subject: 'order', id: box.orderId },
  ]);
}
