import type { ApiOutputs } from '@baunghe/api';

/** A variety with the months in which it is mostly ripe around Phước Long; a rough guide for buyers. */
export type Season = ApiOutputs['products']['seasons'][number];

/** The months of a year. */
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A kind of fruit over the year: ripe when one of its varieties is. */
export interface FruitYear {
  fruit: string;
  ripeMonths: number[];
}

/** The year by kinds of fruit, in the order of its varieties. */
export function yearByFruit(seasons: readonly Season[]): FruitYear[] {
  const fruits = [...new Set(seasons.map(({ fruit }) => fruit))];
  return fruits.map((fruit) => {
    const months = seasons.filter((season) => season.fruit === fruit).flatMap(({ ripeMonths }) => ripeMonths);
    return { fruit, ripeMonths: MONTHS.filter((month) => months.includes(month)) };
  });
}

/** Months that follow each other, from and to; the end of a year and the next one's beginning are two runs. */
export function runsOf(months: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const month of MONTHS) {
    if (!months.includes(month)) continue;
    const last = runs.at(-1);
    if (last?.to === month - 1) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs;
}

/** The month in Vietnam of an instant, 1 to 12. */
export const monthInVietnam = (now: Date): number =>
  new Date(now.getTime() + 7 * 3_600_000).getUTCMonth() + 1;
