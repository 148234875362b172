import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { newEventId, recordEvent } from './record-event.ts';

/** A box as the trace tells it. */
export interface PackedBox {
  boxId: string;
  /** EPC URI of the box (Digital Link with GTIN and serial). */
  boxEpc: string;
  lotId: string;
  lotClass: string;
  orderId: string;
  grams: number;
  /** Location URI of the packing house. */
  packingLocation: string;
}

/** Records that fruit of a lot went into a box (TransformationEvent, packing). Returns the eventID. */
export function recordPacked(tx: Tx, moment: Moment, box: PackedBox): Promise<string> {
  return recordEvent(
    tx,
    moment,
    {
      type: 'TransformationEvent',
      eventID: newEventId(moment),
      eventTime: moment.now.toISOString(),
      eventTimeZoneOffset: '+07:00',
      bizStep: 'packing',
      disposition: 'in_progress',
      readPoint: { id: box.packingLocation },
      bizLocation: { id: box.packingLocation },
      inputQuantityList: [kilogramQuantity(box.lotClass, box.grams)],
      outputEPCList: [box.boxEpc],
    },
    [
      { subject: 'box', id: box.boxId },
      { subject: 'lot', id: box.lotId },
      { subject: 'order', id: box.orderId },
    ],
  );
}
