import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayRing, whenItMayRing } from './quiet-hours.ts';

it('lets a telephone ring from eight in the morning to eight in the evening of Vietnam', () => {
  const rings = (instant: string) => whenItMayRing(new Date(instant)).toISOString();
  expect(rings('2026-06-07T01:00:00Z')).toBe('2026-06-07T01:00:00.000Z');
  expect(rings('2026-06-07T12:59:59Z')).toBe('2026-06-07T12:59:59.000Z');
  expect(rings('2026-06-07T13:00:00Z')).toBe('2026-06-08T01:00:00.000Z');
  // Past midnight there, and still the day before in UTC.
  expect(rings('2026-06-07T18:30:00Z')).toBe('2026-06-08T01:00:00.000Z');
  expect(rings('2026-06-08T00:59:00Z')).toBe('2026-06-08T01:00:00.000Z');
});

it('is never told to wait longer than a night, nor into another quiet hour', () => {
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (now) => {
      const at = whenItMayRing(now);
      return mayRing(at) && at >= now && +at - +now <= 12 * 3_600_000;
    }),
    { numRuns: 200 },
  );
});
