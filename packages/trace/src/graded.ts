import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { type About, recordAct } from './record-event.ts';

/** An amount of one lot. */
export interface WeighedLot {
  lotId: string;
  lotClass: string;
  grams: number;
  /** The box that the fruit lies in, where it is packed. */
  box?: { id: string; epc: string };
}

/** The box of packed fruit, as an event names it. */
export const inItsBox = ({ box }: WeighedLot): { epcList?: string[] } => (box ? { epcList: [box.epc] } : {});

/** What an event about fruit of a lot is about. */
export function aboutLotAndBox({ lotId, box }: WeighedLot): About[] {
  const lot = { subject: 'lot' as const, id: lotId };
  return box ? [lot, { subject: 'box', id: box.id }] : [lot];
}

/** A lot that was sorted into others, each of one grade. */
export interface GradedLot {
  from: WeighedLot;
  into: readonly WeighedLot[];
  packingLocation: string;
}

/**
 * Records that a lot was sorted into lots of one grade each (TransformationEvent, creating_class_instance: new lots
 * come to be). What is thrown away is told by `recordDestroyed`. Returns the eventID.
 */
export function recordGraded(tx: Tx, moment: Moment, graded: GradedLot): Promise<string> {
  const { from, into, packingLocation } = graded;
  return recordAct(
    tx,
    moment,
    {
      type: 'TransformationEvent',
      bizStep: 'creating_class_instance',
      disposition: 'active',
      readPoint: { id: packingLocation },
      bizLocation: { id: packingLocation },
      inputQuantityList: [kilogramQuantity(from.lotClass, from.grams)],
      outputQuantityList: into.map((lot) => kilogramQuantity(lot.lotClass, lot.grams)),
    },
    [from, ...into].map(({ lotId }) => ({ subject: 'lot' as const, id: lotId })),
  );
}
