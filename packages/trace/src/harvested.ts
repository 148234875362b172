import type { Moment, Tx } from '@baunghe/db';
import { isoDay, kilogramQuantity } from './event.ts';
import { recordAct } from './record-event.ts';

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
  /** UTC midnight of the last day on which the fruit is good. */
  bestBefore: Date;
  grams: number;
  batch: string;
  varietyCode: string;
  grade: string;
  plantingUnitCode: string | null;
  /** SHA-256, base64url, of the plot's diary as it stood (`diaryDigest` of packages/proof). */
  diaryDigest?: string;
  /** Addresses of certificates that the fruit was grown under, such as VietGAP. */
  certificates?: readonly string[];
  /** The hash of a picture taken in the orchard, as `ni:///sha-256;…` (RFC 6920). */
  photo?: string | null;
}

/** Records that fruit was cut and became a lot (ObjectEvent, ADD, commissioning). Returns the eventID. */
export function recordHarvested(tx: Tx, moment: Moment, fruit: HarvestedFruit): Promise<string> {
  const { certificates = [] } = fruit;
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      readPoint: { id: fruit.plotLocation },
      bizLocation: { id: fruit.plotLocation },
      quantityList: [kilogramQuantity(fruit.lotClass, fruit.grams)],
      ...(certificates.length > 0 ? { certificationInfo: [...certificates] } : {}),
      ilmd: {
        'cbvmda:lotNumber': fruit.batch,
        'cbvmda:harvestEndDate': isoDay(fruit.cutOn),
        'cbvmda:bestBeforeDate': isoDay(fruit.bestBefore),
        'cbvmda:countryOfOrigin': 'VN',
        'baunghe:variety': fruit.varietyCode,
        'baunghe:grade': fruit.grade,
        ...(fruit.plantingUnitCode ? { 'baunghe:plantingUnitCode': fruit.plantingUnitCode } : {}),
        ...(fruit.diaryDigest ? { 'baunghe:diaryDigest': fruit.diaryDigest } : {}),
      },
      ...(fruit.photo ? { 'baunghe:photo': fruit.photo } : {}),
    },
    [
      { subject: 'harvest', id: fruit.harvestId },
      { subject: 'lot', id: fruit.lotId },
    ],
  );
}
