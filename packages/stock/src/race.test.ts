import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { release, reserve } from './index.ts';
import { aLine, aLot, anOrchard } from './stock.builders.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(20);
  await anOrchard(test.db);
});
afterAll(() => test.close());

it('gives the last 50 boxes to exactly 50 of 200 buyers', async () => {
  const moment: Moment = thisMoment();
  await aLot(test.db, moment, { varietyCode: 'RI6', grade: 'A', grams: 300_000 });
  await aLot(test.db, moment, { varietyCode: 'RI6', grade: 'A', grams: 209_000 });
  const lines = await Promise.all(Array.from({ length: 200 }, () => aLine(test.db, moment)));
  const want = { varietyCode: 'RI6', grade: 'A', unitGrams: 10_000, units: 1 };
  const answers = await Promise.all(
    lines.map((lineId) =>
      test.db.$transaction((tx) => reserve(tx, thisMoment(), [{ lineId, ...want }], null)),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(50);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(refused).toHaveLength(150);
  expect(new Set(refused.map((error) => `${error.code} ${error.unitsLeft}`))).toEqual(
    new Set(['out_of_stock 0']),
  );
  const [sums] = await test.db.$queryRaw<{ promised: bigint; reserved: bigint }[]>`
    SELECT (SELECT sum("grams") FROM "reservation" WHERE "state" = 'active') AS promised,
           (SELECT sum("reservedGrams") FROM "lot_balance") AS reserved`;
  expect(sums).toEqual({ promised: 500_000n, reserved: 500_000n });
});

it('gives back what is released, once, however many ask', async () => {
  const moment = thisMoment();
  await aLot(test.db, moment, { varietyCode: 'DONA', grade: 'A', grams: 40_000 });
  const lineId = await aLine(test.db, moment);
  const want = { lineId, varietyCode: 'DONA', grade: 'A', unitGrams: 10_000, units: 4 };
  expect(await test.db.$transaction((tx) => reserve(tx, moment, [want], null))).toEqual({
    ok: true,
    value: undefined,
  });
  await Promise.all(
    Array.from({ length: 10 }, () => test.db.$transaction((tx) => release(tx, thisMoment(), [lineId]))),
  );
  const balance = await test.db.lotBalance.findFirstOrThrow({ where: { lot: { varietyCode: 'DONA' } } });
  expect(balance).toMatchObject({ onHandGrams: 40_000, reservedGrams: 0 });
});
