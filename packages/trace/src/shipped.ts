import type { Moment, Tx } from '@baunghe/db';
import { newEventId, recordEvent } from './record-event.ts';

/** Boxes that leave the packing house together. */
export interface ShippedBoxes {
  orderId: string;
  boxes: readonly { id: string; epc: string }[];
  packingLocation: string;
}

/** Records that boxes left (ObjectEvent, OBSERVE, shipping, in_transit); where to is nobody's business here. */
export function recordShipped(tx: Tx, moment: Moment, shipped: ShippedBoxes): Promise<string> {
  return recordEvent(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      eventID: newEventId(moment),
      eventTime: moment.now.toISOString(),
      eventTimeZoneOffset: '+07:00',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      readPoint: { id: shipped.packingLocation },
      epcList: shipped.boxes.map((box) => box.epc),
    },
    [
      { subject: 'order', id: shipped.orderId },
      ...shipped.boxes.map((box) => ({ subject: 'box' as const, id: box.id })),
    ],
  );
}
