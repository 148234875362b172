import type { SellableLot } from './sellable-lots.ts';

/** How many units a lot gives. */
export interface Allotted {
  lotId: string;
  units: number;
}

/**
 * Shares `units` out over lots that stand first-expired first. A unit comes whole from one lot, since a box has one
 * origin. Returns what could be shared; the sum is below `units` when the fruit does not suffice.
 */
export function allot(lots: readonly SellableLot[], unitGrams: number, units: number): Allotted[] {
  const allotted: Allotted[] = [];
  let left = units;
  for (const lot of lots) {
    const fit = Math.min(left, Math.floor(lot.freeGrams / unitGrams));
    if (fit > 0) allotted.push({ lotId: lot.lotId, units: fit });
    left -= fit;
    if (left === 0) break;
  }
  return allotted;
}

/** How many whole units the lots could give. */
export function unitsIn(lots: readonly SellableLot[], unitGrams: number): number {
  return lots.reduce((units, lot) => units + Math.floor(lot.freeGrams / unitGrams), 0);
}
