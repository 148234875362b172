import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sellableLots } from './index.ts';
import { aLot, anOrchard } from './stock.builders.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await anOrchard(test.db);
});
afterAll(() => test.close());

it('counts a lot once when two products are sold from its fruit', async () => {
  const moment = thisMoment();
  const ri6 = { varietyCode: 'RI6', grade: 'A' };
  const later = await aLot(test.db, moment, { ...ri6, grams: 30_000 });
  const sooner = await aLot(test.db, moment, { ...ri6, grams: 20_000, bestBeforeIn: 3 });
  await aLot(test.db, moment, { ...ri6, grams: 10_000, heldReason: 'thử' });
  await aLot(test.db, moment, { varietyCode: 'DONA', grade: 'A', grams: 10_000 });
  const lots = await sellableLots(test.db, [ri6, ri6], moment.now);
  expect(lots.map(({ lotId, freeGrams }) => [lotId, freeGrams])).toEqual([
    [sooner, 20_000],
    [later, 30_000],
  ]);
});
