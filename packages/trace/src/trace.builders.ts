import type { Moment } from '@baunghe/db';
import { boxEpcUri, lotClassUri, packingLocationUri, plotLocationUri } from '@baunghe/gs1';
import type { HarvestedFruit } from './harvested.ts';
import type { PackedBox } from './packed.ts';
import type { ShippedBoxes } from './shipped.ts';

const GLN = '9521234000006';
const LOOSE_GTIN = '99521234001006';
const PRODUCT_GTIN = '09521234002000';
const SSCC = '095212340000000010';

let last = 0;

/** A moment at an instant, with other bytes each time. */
export function at(instant: string): Moment {
  return {
    now: new Date(instant),
    random: (count) => {
      last += 1;
      const start = last;
      return Uint8Array.from({ length: count }, (_, i) => (start * 31 + i * 7 + (start >> 8)) % 256);
    },
  };
}

/** Fruit of plot T01, cut on 6 June. */
export function harvestedFruit(changes: Partial<HarvestedFruit> = {}): HarvestedFruit {
  const batch = changes.batch ?? 'K7M2QXWD';
  return {
    harvestId: 'har_1',
    lotId: 'lot_1',
    lotClass: lotClassUri(LOOSE_GTIN, batch),
    plotLocation: plotLocationUri(GLN, 'T01'),
    cutOn: new Date('2026-06-06'),
    bestBefore: new Date('2026-06-16'),
    grams: 240_500,
    batch,
    varietyCode: 'RI6',
    grade: 'A',
    plantingUnitCode: null,
    ...changes,
  };
}

/** A box out of that fruit. */
export function packedBox(changes: Partial<PackedBox> & { boxId: string; serial: string }): PackedBox {
  const { serial, ...rest } = changes;
  return {
    boxEpc: boxEpcUri(PRODUCT_GTIN, serial),
    lotId: 'lot_1',
    lotClass: lotClassUri(LOOSE_GTIN, 'K7M2QXWD'),
    orderId: 'ord_1',
    grams: 10_020,
    bestBefore: new Date('2026-06-16'),
    gln: GLN,
    packingLocation: packingLocationUri(GLN),
    ...rest,
  };
}

/** Those boxes leaving together. */
export function shippedBoxes(boxes: readonly PackedBox[]): ShippedBoxes {
  return {
    orderId: 'ord_1',
    boxes: boxes.map(({ boxId, boxEpc }) => ({ id: boxId, epc: boxEpc })),
    gln: GLN,
    packingLocation: packingLocationUri(GLN),
    load: { sscc: SSCC, epc: `https://id.gs1.org/00/${SSCC}` },
  };
}
