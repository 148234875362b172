import type { Story } from './story';

type Entry = Story['origin']['diary'][number];

/** What the diary says of the fruit as a whole. */
export type DiaryVerdict = 'broken' | 'kept' | 'nothing_applied' | 'no_diary';

/** Whether every input's pre-harvest interval had passed when the fruit was cut; one that had not decides. */
export function diaryVerdict(diary: readonly Pick<Entry, 'intervalKept'>[]): DiaryVerdict {
  if (diary.length === 0) return 'no_diary';
  const judged = diary.filter(({ intervalKept }) => intervalKept !== null);
  if (judged.length === 0) return 'nothing_applied';
  return judged.every(({ intervalKept }) => intervalKept) ? 'kept' : 'broken';
}

/** The entries that put something on the plot, and the others' days gathered by act, both newest first. */
export function sortDiary(diary: readonly Entry[]): {
  applied: Entry[];
  others: { act: Entry['act']; days: Pick<Entry, 'doneOn' | 'late'>[] }[];
} {
  const others = new Map<Entry['act'], Pick<Entry, 'doneOn' | 'late'>[]>();
  for (const { act, doneOn, late, inputName } of diary) {
    if (inputName === null) others.set(act, [...(others.get(act) ?? []), { doneOn, late }]);
  }
  return {
    applied: diary.filter(({ inputName }) => inputName !== null),
    others: [...others].map(([act, days]) => ({ act, days })),
  };
}
