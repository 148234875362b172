import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDong, dong, sumDong, timesDong } from './dong.ts';

describe('đồng', () => {
  it('takes whole amounts, bigint too', () => {
    expect(dong(324_900)).toBe(324_900);
    expect(dong(90_000n)).toBe(90_000);
    expect(Object.is(dong(-0), 0)).toBe(true);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2n ** 53n])('refuses %s', (n) => {
    expect(() => dong(n)).toThrow(RangeError);
  });

  it('refuses a sum or a product that a double would not hold', () => {
    const most = dong(Number.MAX_SAFE_INTEGER);
    expect(() => addDong(most, dong(1))).toThrow(RangeError);
    expect(() => timesDong(most, 2)).toThrow(RangeError);
    expect(() => timesDong(dong(2), 0.5)).toThrow(RangeError);
  });

  it('sums the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (amounts) => {
        const forward = sumDong(amounts.map(dong));
        expect(sumDong(amounts.toReversed().map(dong))).toBe(forward);
        expect(timesDong(forward, 3)).toBe(sumDong([forward, forward, forward]));
      }),
    );
  });
});
