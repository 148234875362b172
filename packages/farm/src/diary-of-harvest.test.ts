import { describe, expect, it } from 'vitest';
import { intervalKept } from './diary-of-harvest.ts';

describe('intervalKept', () => {
  it('is kept on the very day the interval ends, and broken the day before', () => {
    expect(intervalKept(14, 14)).toBe(true);
    expect(intervalKept(13, 14)).toBe(false);
  });

  it('is kept at once by an input that asks for no waiting', () => {
    expect(intervalKept(0, 0)).toBe(true);
  });

  it('says nothing of an act without input', () => {
    expect(intervalKept(3, null)).toBeNull();
  });
});
