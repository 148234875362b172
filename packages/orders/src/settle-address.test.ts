import { describe, expect, it } from 'vitest';
import { settlePlace, type TypedPlace } from './settle-address.ts';

const ward = { code: '25217', nameVi: 'Phường Phước Long', nameEn: 'Phuoc Long Ward' };
const commune = { code: '30001', nameVi: 'Xã Phước Long', nameEn: 'Phuoc Long Commune' };
const longer = { code: '30002', nameVi: 'Phường Phước Long Đông', nameEn: 'Phuoc Long Dong Ward' };

const typed = (text: string, more: Partial<TypedPlace> = {}): TypedPlace => ({
  typed: text,
  picked: null,
  chosen: null,
  ...more,
});

describe('a place typed without any list', () => {
  it('is the one with exactly that name, diacritics or not, Vietnamese or English', () => {
    for (const text of ['phước long', 'Phuoc Long', 'P. Phước Long', 'Phuoc Long Ward', 'PHƯỜNG PHƯỚC LONG'])
      expect(settlePlace([ward, longer], typed(text))).toEqual({ state: 'one', place: ward });
  });

  it('is the only one found, even by a part of its name', () => {
    expect(settlePlace([longer], typed('long dong'))).toEqual({ state: 'one', place: longer });
  });

  it('comes back as choices when it fits several', () => {
    expect(settlePlace([ward, commune, longer], typed('Phuoc Long'))).toEqual({
      state: 'several',
      places: [ward, commune, longer],
    });
    expect(settlePlace([ward, commune], typed('Xã Phước Long'))).toEqual({ state: 'one', place: commune });
  });

  it('is empty or unknown', () => {
    expect(settlePlace([ward], typed('  '))).toEqual({ state: 'empty' });
    expect(settlePlace([], typed('Atlantis'))).toEqual({ state: 'none' });
  });
});

describe('a place with a code beside its text', () => {
  it('is the choice made among several', () => {
    const chosen = typed('Phuoc Long', { chosen: commune.code });
    expect(settlePlace([ward, commune], chosen)).toEqual({ state: 'one', place: commune });
  });

  it('is what was picked while typing, as long as the text is still its name', () => {
    const picked = { picked: ward.code };
    expect(settlePlace([ward, commune], typed('Phường Phước Long', picked))).toMatchObject({ place: ward });
    expect(settlePlace([ward, longer, commune], typed('Phước', picked)).state).toBe('several');
    expect(settlePlace([longer], typed('Phước Long Đông', picked))).toMatchObject({ place: longer });
  });
});
