import type { Moment, Tx } from '@baunghe/db';
import { despatch, purchaseOrder } from './business-transaction.ts';
import { temperature } from './event.ts';
import { recordAct } from './record-event.ts';

/** Boxes that leave the packing house together. */
export interface ShippedBoxes {
  orderId: string;
  boxes: readonly { id: string; epc: string }[];
  /** The cooperative's GLN, under which its orders are numbered. */
  gln: string;
  packingLocation: string;
  /** The load that the boxes make: its SSCC, and the same as an EPC URI. */
  load: { sscc: string; epc: string };
  /** What the thermometer in the cold box said as it left. */
  coldBoxCelsius?: number | null;
}

/**
 * Records that boxes became one load (AggregationEvent, ADD, loading) and that it left (ObjectEvent, OBSERVE, shipping,
 * in_transit); where to is nobody's business here. Returns the eventID of the shipping.
 */
export async function recordShipped(tx: Tx, moment: Moment, shipped: ShippedBoxes): Promise<string> {
  const { boxes, gln, load, orderId } = shipped;
  const about = [
    { subject: 'order' as const, id: orderId },
    ...boxes.map((box) => ({ subject: 'box' as const, id: box.id })),
  ];
  const readPoint = { id: shipped.packingLocation };
  const bizTransactionList = [purchaseOrder(gln, orderId), despatch(gln, load.sscc)];
  const epcs = boxes.map((box) => box.epc);
  await recordAct(
    tx,
    moment,
    {
      type: 'AggregationEvent',
      action: 'ADD',
      bizStep: 'loading',
      disposition: 'in_progress',
      readPoint,
      bizTransactionList,
      parentID: load.epc,
      childEPCs: epcs,
    },
    about,
  );
  const celsius = shipped.coldBoxCelsius ?? null;
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      readPoint,
      bizTransactionList,
      epcList: [load.epc, ...epcs],
      ...(celsius === null ? {} : { sensorElementList: temperature(celsius, moment.now) }),
    },
    about,
  );
}
