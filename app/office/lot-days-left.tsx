import { daysFrom } from '~/format';
import * as m from '~/paraglide/messages.js';
import type { Lot } from './lot-in-store';

/** Days before its best-before day within which a lot wants to be sold first. */
const SOON = 2;

const daysLeft = (lot: Lot, today: Date): number => daysFrom(today, lot.bestBefore);

/** Lots that are about to pass their day or have passed it stand first; the others stay in their order. */
export function soonFirst(lots: readonly Lot[], today: Date): Lot[] {
  const soon = lots.filter((lot) => daysLeft(lot, today) <= SOON);
  const later = lots.filter((lot) => daysLeft(lot, today) > SOON);
  return [...soon.sort((a, b) => +a.bestBefore - +b.bestBefore), ...later];
}

/** How long a lot with fruit left is still good, once that is soon. */
export function DaysLeft({ lot, today }: { lot: Lot; today: Date }) {
  const days = daysLeft(lot, today);
  if (lot.onHandGrams === 0 || days > SOON) return null;
  const words = days < 0 ? m.stock_days_past({ days: -days }) : m.stock_days_left({ days });
  return (
    <span className="block text-14 font-semibold text-soil">{days === 0 ? m.stock_days_today() : words}</span>
  );
}
