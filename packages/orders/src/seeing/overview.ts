import type { Tx } from '@baunghe/db';
import { shortAhead, usualDays, type VarietyAhead } from './ahead.ts';
import { type CutOfWeek, cutByWeek } from './cut.ts';
import { type DaysSeen, mondaysOf, type PeriodSeen } from './days-seen.ts';
import { type Owed, owedByMember } from './owed.ts';
import { type SoldBefore, type SoldOfWeek, soldByProduct, soldByWeek } from './sold.ts';
import { type Spoiled, type SpoiledLot, spoiledBy, spoiledMost } from './spoiled.ts';
import { type DoorDays, type DoorOfProduct, doorByProduct, doorDays } from './to-the-door.ts';

const MOST_LOTS = 5;

type Names = { nameVi: string; nameEn: string; nameZh: string | null };

/** The six questions answered: sums alone, whatever the number of rows behind them. */
export interface Overview {
  period: PeriodSeen;
  /** The Mondays of its weeks, those in which nothing happened too. */
  weeks: Date[];
  varieties: (Names & { code: string })[];
  products: (Names & { id: string; varietyCode: string })[];
  plots: { code: string; name: string }[];
  sold: { weeks: SoldOfWeek[]; before: SoldBefore[] };
  ahead: { weeks: VarietyAhead[]; usual: DaysSeen };
  spoiled: { by: Spoiled[]; lots: SpoiledLot[] };
  cut: CutOfWeek[];
  door: { days: DoorDays[]; products: DoorOfProduct[] };
  owed: Owed;
}

/** Answers all questions for a period; shortage and what is owed are of now. */
export async function overview(tx: Tx, now: Date, period: PeriodSeen): Promise<Overview> {
  const names = { nameVi: true, nameEn: true, nameZh: true } as const;
  const [varieties, products, plots, sold, before, weeks, spoiled, lots, cut, door, ofProducts, owed] =
    await Promise.all([
      tx.variety.findMany({ select: { code: true, ...names }, orderBy: { code: 'asc' } }),
      tx.product.findMany({ select: { id: true, varietyCode: true, ...names }, orderBy: { sort: 'asc' } }),
      tx.plot.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } }),
      soldByWeek(tx, period),
      soldByProduct(tx, period.before),
      shortAhead(tx, now),
      spoiledBy(tx, period),
      spoiledMost(tx, period, MOST_LOTS),
      cutByWeek(tx, period),
      doorDays(tx, period),
      doorByProduct(tx, period),
      owedByMember(tx, now),
    ]);
  return {
    ...{ period, weeks: mondaysOf(period), varieties, products, plots },
    sold: { weeks: sold, before },
    ahead: { weeks, usual: usualDays(now) },
    spoiled: { by: spoiled, lots },
    ...{ cut, door: { days: door, products: ofProducts }, owed },
  };
}
