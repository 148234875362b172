/** A day of the calendar, or an instant as the clocks of Vietnam show it. */
export interface TimeCell {
  is: 'day' | 'instant';
  /** What the clock shows, read in UTC. */
  shown: Date;
}

/** What a cell holds: text, a number (đồng, grams), a time, or nothing. */
export type Cell = string | number | TimeCell | null;

/** A table that becomes a sheet: its name, the heads of its columns, and rows as wide as these. */
export interface SheetTable {
  name: string;
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const VIETNAM_MS = 7 * 3_600_000;

/** A day as the database keeps it, at midnight of UTC. */
export const dayCell = (day: Date | string): TimeCell => ({ is: 'day', shown: new Date(day) });

/** An instant, shown as the clocks of Vietnam do; a spreadsheet's time has no zone. */
export const instantCell = (at: Date | string): TimeCell => ({
  is: 'instant',
  shown: new Date(+new Date(at) + VIETNAM_MS),
});
