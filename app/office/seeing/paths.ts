import type { ApiInputs, ApiOutputs } from '@baunghe/api';

export type Look = ApiOutputs['seeing']['look'];
export type PeriodSeen = Look['period'];
export type Question = ApiInputs['seeing']['rows']['question'];

/** What rows behind a figure are told apart by, as it stands in an address. */
export type RowsOf = Partial<
  Record<'product' | 'variety' | 'kind' | 'plot' | 'lot' | 'member', string> & { week: Date; days: number }
>;

/** A day as an address and a form's date field have it. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** A period as the search of an address. */
export function periodSearch({ kind, from, to }: Pick<PeriodSeen, 'kind' | 'from' | 'to'>): URLSearchParams {
  if (kind !== 'days') return new URLSearchParams({ period: kind });
  return new URLSearchParams({ period: kind, from: dayText(from), to: dayText(to) });
}

/** Where the rows behind a figure stand, or a file of them or of the figures. */
export function rowsPath(
  question: Question,
  period: PeriodSeen,
  of: RowsOf = {},
  more: { file?: string; after?: string; table?: number } = {},
): string {
  const search = periodSearch(period);
  for (const [name, value] of Object.entries(of))
    if (value !== undefined) search.set(name, value instanceof Date ? dayText(value) : String(value));
  if (more.table !== undefined) search.set('table', String(more.table));
  if (more.after) search.set('after', more.after);
  return `/office/seeing/${question}${more.file ? `/${more.file}` : ''}?${search}`;
}
