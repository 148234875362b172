import { plusDays } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  certificates,
  forecastWeeks,
  keepCertificate,
  mondayOf,
  type NewCertificate,
  sayForecast,
} from './index.ts';
import { cut, given, NOON, plant, TODAY } from './orchard.builders.ts';

let test: TestDatabase;
const moment = { now: NOON, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

beforeAll(async () => {
  test = await testDatabase();
  await plant(test.db);
});
afterAll(() => test.close());

function keep(more: Partial<NewCertificate>) {
  const certificate: NewCertificate = {
    ...{ kind: 'vietgap', number: 'VG-1', issuer: 'Tổ chức thử', memberCode: null, plotCode: null },
    ...{ validFrom: plusDays(TODAY, -300), validTo: plusDays(TODAY, 60) },
    ...more,
  };
  return test.db.$transaction((tx) => keepCertificate(tx, moment, 'usr_1', certificate));
}

it('a certificate is spoken of from 60 days before its end on, whoever holds it', async () => {
  await given(keep({}));
  await given(keep({ number: 'VG-2', memberCode: 'XV01', validTo: plusDays(TODAY, 61) }));
  await given(keep({ number: 'VG-3', plotCode: 'PLO_1', validTo: plusDays(TODAY, -1) }));
  const ending = await certificates(test.db, NOON, { endingOnly: true });
  expect(ending.map(({ number, daysLeft }) => [number, daysLeft])).toEqual([
    ['VG-3', -1],
    ['VG-1', 60],
  ]);
  expect(await certificates(test.db, NOON, {})).toMatchObject([
    { plotCode: 'PLO_1' },
    {},
    { memberName: 'Xã viên một' },
  ]);
});

it.each<[string, Partial<NewCertificate>, string]>([
  ['of nobody', { memberCode: 'XV99' }, 'certificate_holder_unknown'],
  ['of two holders', { memberCode: 'XV01', plotCode: 'PLO_1' }, 'certificate_holder_unknown'],
  ['that ends before it begins', { validFrom: plusDays(TODAY, 61) }, 'certificate_days'],
  ['that is there already', { number: 'VG-1' }, 'certificate_known'],
])('a certificate %s is refused', async (_what, more, code) => {
  expect(await keep({ number: 'VG-9', ...more })).toEqual({ ok: false, error: { code } });
});

it('a week begins on its Monday', () => {
  expect(mondayOf(TODAY)).toEqual(new Date('2026-06-01'));
  expect(mondayOf(plusDays(TODAY, 1))).toEqual(new Date('2026-06-08'));
});

it('a forecast is one word a plot, variety and week, of its own grower, beside what came in', async () => {
  const next = plusDays(TODAY, 1);
  const say = (more: object, memberId: string | null = 'mem_1') =>
    test.db.$transaction((tx) =>
      sayForecast(
        tx,
        moment,
        { userId: 'usr_1', memberId },
        {
          ...{ plotId: 'plo_1', varietyCode: 'RI6', monday: next, grams: 500_000 },
          ...more,
        },
      ),
    );
  await given(say({}));
  await given(say({ monday: plusDays(next, 3), grams: 700_000 }));
  await given(cut(test.db, { cutOn: plusDays(TODAY, -6) }));
  const weeks = await forecastWeeks(test.db, NOON, { memberId: 'mem_1' });
  expect(weeks).toHaveLength(9);
  expect(weeks.slice(5, 7)).toEqual([
    { monday: plusDays(TODAY, -6), expectedGrams: 0, cutGrams: 60_000 },
    { monday: next, expectedGrams: 700_000, cutGrams: 0 },
  ]);
  const others = await forecastWeeks(test.db, NOON, { memberId: 'mem_2' });
  expect(others.every(({ expectedGrams, cutGrams }) => expectedGrams + cutGrams === 0)).toBe(true);
  expect(await say({}, 'mem_2')).toMatchObject({ error: { code: 'plot_unknown' } });
  expect(await say({ varietyCode: 'DONA' })).toMatchObject({ error: { code: 'variety_not_on_plot' } });
  expect(await say({ monday: plusDays(TODAY, -7) })).toMatchObject({
    error: { code: 'forecast_week_out_of_range' },
  });
});
