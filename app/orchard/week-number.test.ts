import { expect, it } from 'vitest';
import { weekNumber } from './week-number';

it.each([
  ['2026-06-01', 23],
  ['2025-12-29', 1],
  ['2026-12-28', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
])('the week that begins on %s is number %i of ISO 8601', (monday, week) => {
  expect(weekNumber(new Date(`${monday}T00:00:00Z`))).toBe(week);
});
