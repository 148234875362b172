import type { Moment, Tx } from '@baunghe/db';
import { kilogramQuantity } from './event.ts';
import { newEventId, recordEvent } from './record-event.ts';

/** A harvest as the trace tells it. */
export interface HarvestedFruit {
  harvestId: string;
  lotId: string;
  /** Class URI of the lot (Digital Link with GTIN and batch). */
  lotClass: string;
  /** Location URI of the plot. */
  plotLocation: string;
  /** UTC midnight of the day in Vietnam. */
  cutOn: Date;
  grams: number;
  batch: string;
  varietyCode: string;
  grade: string;
  plantingUnitCode: string | null;
}

/** Records that fruit was cut and became a lot (ObjectEvent, ADD, commissioning). Returns the eventID. */
export function recordHarvested(tx: Tx, moment: Moment, fruit: HarvestedFruit): Promise<string> {
  const day = fruit.cutOn.toISOString().slice(0, 10);
  return recordEvent(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      eventID: newEventId(moment),
      eventTime: moment.now.toISOString(),
      eventTimeZoneOffset: '+07:00',
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      readPoint: { id: fruit.plotLocation },
      bizLocation: { id: fruit.plotLocation },
      quantityList: [kilogramQuantity(fruit.lotClass, fruit.grams)],
      ilmd: {
        'cbvmda:lotNumber': fruit.batch,
        'cbvmda:harvestEndDate': day,
        'cbvmda:countryOfOrigin': 'VN',
        'baunghe:variety': fruit.varietyCode,
        'baunghe:grade': fruit.grade,
        ...(fruit.plantingUnitCode ? { 'baunghe:plantingUnitCode': fruit.plantingUnitCode } : {}),
      },
    },
    [
      { subject: 'harvest', id: fruit.harvestId },
      { subject: 'lot', id: fruit.lotId },
    ],
  );
}
