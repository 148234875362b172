import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { aboutLotAndBox, inItsBox, type WeighedLot } from './graded.ts';
import { recordAct } from './record-event.ts';

/** A lot that was looked at or tested. */
export interface InspectedLot extends WeighedLot {
  passed: boolean;
  /** Location URI of where it was done. */
  place: string;
  /** Addresses of the report or certificate. */
  certificates: readonly string[];
}

/** Records an inspection or a test (ObjectEvent, OBSERVE, inspecting). Returns the eventID. */
export function recordInspected(tx: Tx, moment: Moment, lot: InspectedLot): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'inspecting',
      disposition: lot.passed ? 'conformant' : 'non_conformant',
      readPoint: { id: lot.place },
      ...inItsBox(lot),
      quantityList: [kilogramQuantity(lot.lotClass, lot.grams)],
      ...(lot.certificates.length > 0 ? { certificationInfo: [...lot.certificates] } : {}),
    },
    aboutLotAndBox(lot),
  );
}
