import { officeActs } from '@baunghe/api';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '~/locale';
import { ACT_WORDS } from './act-words';

describe('the names of acts', () => {
  it('are there for every procedure by which the office acts, and for no other', () => {
    expect(Object.keys(ACT_WORDS).sort()).toEqual(officeActs());
  });

  it('are words of their own in every language', () => {
    for (const locale of LOCALES) {
      const words = Object.values(ACT_WORDS).map((name) =>
        (name as (of: object, in_: object) => string)({}, { locale }),
      );
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
