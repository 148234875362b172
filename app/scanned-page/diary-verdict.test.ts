import { describe, expect, it } from 'vitest';
import { diaryVerdict, sortDiary } from './diary-verdict';

const kept = { intervalKept: true };
const broken = { intervalKept: false };
const noInput = { intervalKept: null };

describe('diaryVerdict', () => {
  it('is kept when every input waited its days out', () => {
    expect(diaryVerdict([kept, noInput, kept])).toBe('kept');
  });

  it('is broken by a single input, whatever else was kept', () => {
    expect(diaryVerdict([kept, broken, kept, noInput])).toBe('broken');
  });

  it('claims nothing where nothing was applied or nothing was written', () => {
    expect(diaryVerdict([noInput])).toBe('nothing_applied');
    expect(diaryVerdict([])).toBe('no_diary');
  });
});

describe('sortDiary', () => {
  const entry = (act: 'spray' | 'water' | 'prune', day: number, inputName: string | null = null) => ({
    id: `dia_${day}`,
    act,
    doneOn: new Date(Date.UTC(2026, 5, day)),
    inputName,
    activeIngredient: null,
    dose: null,
    reason: null,
    preHarvestDays: inputName === null ? null : 7,
    daysBeforeCut: 30 - day,
    intervalKept: inputName === null ? null : true,
    late: day === 8,
  });

  it('keeps every entry: inputs one by one, other acts as their days', () => {
    const { applied, others } = sortDiary([
      entry('water', 20),
      entry('spray', 12, 'A'),
      entry('water', 8),
      entry('prune', 2),
      entry('spray', 1, 'B'),
    ]);
    expect(applied.map(({ inputName }) => inputName)).toEqual(['A', 'B']);
    expect(
      others.map(({ act, days }) => [act, days.map(({ doneOn, late }) => [doneOn.getUTCDate(), late])]),
    ).toEqual([
      [
        'water',
        [
          [20, false],
          [8, true],
        ],
      ],
      ['prune', [[2, false]]],
    ]);
  });
});
