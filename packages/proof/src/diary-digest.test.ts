import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryDigest, type SealedDiaryEntry } from './diary-digest.ts';

const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }));
const entry = fc.record<SealedDiaryEntry>({
  id: fc.uuid(),
  act: fc.constantFrom('spray', 'fertilise', 'water', 'prune', 'inspect'),
  doneOn: fc
    .integer({ min: 0, max: 200 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  inputName: text,
  activeIngredient: text,
  dose: text,
  reason: text,
  preHarvestDays: fc.option(fc.nat(60)),
});
const diary = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 8 });
const FIELDS = [
  'id',
  'act',
  'doneOn',
  'inputName',
  'activeIngredient',
  'dose',
  'reason',
  'preHarvestDays',
] as const;

describe('the digest of a diary', () => {
  it('is what anyone gets with SHA-256 over the canonical JSON', () => {
    const spray = { id: 'dia_1', act: 'spray', doneOn: '2026-05-20', inputName: 'Thuốc thử A' };
    const entries = [{ ...spray, activeIngredient: null, dose: '20 ml', reason: null, preHarvestDays: 7 }];
    const written =
      '[{"act":"spray","activeIngredient":null,"doneOn":"2026-05-20","dose":"20 ml","id":"dia_1",' +
      '"inputName":"Thuốc thử A","preHarvestDays":7,"reason":null}]';
    expect(diaryDigest(entries)).toBe(createHash('sha256').update(written).digest('base64url'));
    expect(diaryDigest([])).toBe(createHash('sha256').update('[]').digest('base64url'));
  });

  it('does not hang on the order of entries, nor on what else is known of them', () => {
    fc.assert(
      fc.property(diary, (entries) => {
        const more = entries.toReversed().map((each) => ({ daysBeforeCut: 3, ...each }));
        expect(diaryDigest(more)).toBe(diaryDigest(entries));
      }),
    );
  });

  it('is another one after any change of any field, an entry more or an entry less', () => {
    fc.assert(
      fc.property(diary, entry, fc.nat(), fc.constantFrom(...FIELDS), (entries, other, place, field) => {
        const at = place % entries.length;
        const before = entries[at] as SealedDiaryEntry;
        const same = Object.is(before[field], other[field]);
        const changed = entries.with(at, { ...before, [field]: other[field] });
        expect(diaryDigest(changed) === diaryDigest(entries)).toBe(same);
        expect(diaryDigest(entries.toSpliced(at, 1))).not.toBe(diaryDigest(entries));
        expect(diaryDigest([...entries, other])).not.toBe(diaryDigest(entries));
      }),
    );
  });
});
