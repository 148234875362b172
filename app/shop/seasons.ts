/** The months in which a fruit is mostly ripe around Phước Long, from and to, 1 to 12; a rough guide for buyers. */
export interface Season {
  fruit: string;
  from: number;
  to: number;
}

/** A year of fruit, in the order in which it ripens. */
export const SEASONS: readonly Season[] = [
  { fruit: 'jackfruit', from: 3, to: 6 },
  { fruit: 'rambutan', from: 5, to: 7 },
  { fruit: 'mangosteen', from: 5, to: 8 },
  { fruit: 'avocado', from: 5, to: 9 },
  { fruit: 'durian', from: 6, to: 9 },
  { fruit: 'longan', from: 7, to: 9 },
  { fruit: 'pomelo', from: 8, to: 12 },
];

/** Whether a season holds a month. */
export const inSeason = ({ from, to }: Season, month: number): boolean => from <= month && month <= to;

/** The month in Vietnam of an instant, 1 to 12. */
export const monthInVietnam = (now: Date): number =>
  new Date(now.getTime() + 7 * 3_600_000).getUTCMonth() + 1;
