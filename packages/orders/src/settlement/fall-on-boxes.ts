import { type Dong, dong, share } from '@baunghe/money';

/** An order's money, and the boxes that its lines were packed into. */
export interface SoldOrder {
  /** What its goods are booked as, before what a voucher takes off. */
  goods: Dong;
  lines: readonly { sum: Dong; boxes: readonly { id: string; grams: number }[] }[];
}

/**
 * How what an order's goods were sold for falls on its boxes: on its lines by what they cost, and of a line on its boxes
 * by their grams. Together exactly `goods`.
 */
export function fallOnBoxes({ goods, lines }: SoldOrder): Map<string, Dong> {
  const packed = lines.filter(({ boxes }) => boxes.length > 0);
  const sums = packed.map(({ sum }) => sum);
  // A line that cost nothing beside others that cost something earns nothing; where none cost anything, so does all.
  const parts = goods === 0 ? sums.map(() => dong(0)) : share(goods, sums);
  const ofBox = new Map<string, Dong>();
  packed.forEach(({ boxes }, at) => {
    const weights = boxes.map(({ grams }) => grams);
    share(parts[at] ?? dong(0), weights).forEach((part, index) => {
      const box = boxes[index];
      if (box) ofBox.set(box.id, part);
    });
  });
  return ofBox;
}
