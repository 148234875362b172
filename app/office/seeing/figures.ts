import type { Cell } from '@baunghe/sheets';
import { formatDay, formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import { percent, weekShort } from './words';

/** A figure as a page shows it, and as a spreadsheet reckons with it. */
export interface Shown {
  text: string;
  cell: Cell;
}

/** A table of figures, for the page and for files; every row leads to the rows behind it. */
export interface Figures {
  name: string;
  heads: { text: string; figures?: boolean }[];
  rows: { key: string; to: string; cells: Shown[] }[];
}

/** Ways to show what a cell holds, in a language. */
export function shownIn(locale: Locale) {
  const plain = (text: string): Shown => ({ text, cell: text });
  return {
    plain,
    /** Grams, in kilograms. */
    weight: (grams: number): Shown => ({ text: formatKilograms(grams, locale), cell: grams / 1000 }),
    dong: (dong: number): Shown => ({ text: formatDong(dong, locale), cell: dong }),
    count: (count: number): Shown => ({ text: String(count), cell: count }),
    share: (part: number, whole: number): Shown => ({
      text: percent(part, whole),
      cell: whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10,
    }),
    week: (monday: Date): Shown => ({
      text: weekShort(monday, locale),
      cell: { is: 'day', shown: new Date(monday) },
    }),
    day: (day: Date | null): Shown => ({
      text: day ? formatDay(day, locale) : '',
      cell: day ? { is: 'day', shown: new Date(day) } : null,
    }),
    named: (known: Parameters<typeof nameIn>[0] | undefined, otherwise: string): Shown =>
      plain(known ? nameIn(known, locale) : otherwise),
  };
}

/** The sum of something of some rows. */
export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** Rows put together that have the same key, in the order in which the keys come. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
