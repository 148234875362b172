import type { Moment, Tx } from '@baunghe/db';
import { recordAct } from './record-event.ts';

/** A lot that is called back, or let go again. */
export interface WithdrawnLot {
  lotId: string;
  harvestId: string;
  /** Class URI of the lot (Digital Link with GTIN and batch). */
  lotClass: string;
  /** Location URI of the packing house, from where it is called back. */
  packingLocation: string;
  /** Over: the lot is no longer called back. Whether it may be sold is another matter. */
  ended: boolean;
}

/**
 * Records that a lot was called back (ObjectEvent, OBSERVE, holding, recalled), or that this is over (inspecting,
 * in_progress). It names the lot and none of its boxes, whose serial numbers are for those who hold them; nor the
 * reason, which may have to be mended. Returns the eventID.
 */
export function recordWithdrawal(tx: Tx, moment: Moment, lot: WithdrawnLot): Promise<string> {
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      ...(lot.ended
        ? { bizStep: 'inspecting', disposition: 'in_progress' }
        : { bizStep: 'holding', disposition: 'recalled' }),
      readPoint: { id: lot.packingLocation },
      quantityList: [{ epcClass: lot.lotClass }],
    },
    [
      { subject: 'harvest', id: lot.harvestId },
      { subject: 'lot', id: lot.lotId },
    ],
  );
}
