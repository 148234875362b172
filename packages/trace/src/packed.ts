import type { Moment, Tx } from '@baunghe/db';
import { purchaseOrder } from './business-transaction.ts';
import { isoDay, kilogramQuantity } from './event.ts';
import { recordAct } from './record-event.ts';

/** A box as the trace tells it. */
export interface PackedBox {
  boxId: string;
  /** EPC URI of the box (Digital Link with GTIN and serial). */
  boxEpc: string;
  lotId: string;
  lotClass: string;
  orderId: string;
  grams: number;
  /** UTC midnight of the last day on which the fruit is good. */
  bestBefore: Date;
  /** The cooperative's GLN, under which its orders are numbered. */
  gln: string;
  /** Location URI of the packing house. */
  packingLocation: string;
  /** The hash of a picture taken at the table, as `ni:///sha-256;…` (RFC 6920). */
  photo?: string | null;
}

/** Records that fruit of a lot went into a box (TransformationEvent, packing). Returns the eventID. */
export function recordPacked(tx: Tx, moment: Moment, box: PackedBox): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'TransformationEvent',
      bizStep: 'packing',
      disposition: 'in_progress',
      readPoint: { id: box.packingLocation },
      bizLocation: { id: box.packingLocation },
      bizTransactionList: [purchaseOrder(box.gln, box.orderId)],
      inputQuantityList: [kilogramQuantity(box.lotClass, box.grams)],
      outputEPCList: [box.boxEpc],
      ilmd: { 'cbvmda:netWeight': box.grams / 1000, 'cbvmda:bestBeforeDate': isoDay(box.bestBefore) },
      ...(box.photo ? { 'baunghe:photo': box.photo } : {}),
    },
    [
      { subject: 'box', id: box.boxId },
      { subject: 'lot', id: box.lotId },
      { subject: 'order', id: box.orderId },
    ],
  );
}
