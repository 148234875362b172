import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import type { Question, RowsOf } from './paths';
import type { SeenRow } from './row-columns';
import { kindWords, weekShort } from './words';

/** Whether a question is of the days that were chosen, or of now. */
export const isOfDays = (question: Question): boolean => question !== 'shortage' && question !== 'owed';

/** Which rows these are, in words. */
export function suchWords(
  shown: RowsOf,
  rows: readonly Pick<SeenRow, 'nameVi' | 'nameEn' | 'nameZh' | 'name'>[],
  locale: Locale,
): string[] {
  const { product, variety, kind, plot, lot, member, week, days } = shown;
  const [row] = rows;
  const fruit =
    (product || variety) && row?.nameVi && row.nameEn
      ? nameIn({ nameVi: row.nameVi, nameEn: row.nameEn, nameZh: row.nameZh ?? null }, locale)
      : variety;
  return [
    ...(fruit ? [fruit] : []),
    ...(kind ? [kindWords(kind)] : []),
    ...(plot ? [m.seeing_such_plot({ plot })] : []),
    ...(lot ? [m.seeing_such_lot({ lot })] : []),
    ...(member ? [row?.name ? `${row.name} (${member})` : member] : []),
    ...(week ? [`${weekShort(week, locale)} – ${formatDay(new Date(+week + 6 * 86_400_000), locale)}`] : []),
    ...(days === undefined ? [] : [m.seeing_days_count({ days })]),
  ];
}
