import { randomBytes } from 'node:crypto';
import { type Moment, plusDays } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserve, undoReceipt, wentOut } from './index.ts';
import { aLine, aLot, anOrchard } from './stock.builders.ts';

/** Half past midnight on 7 June in Vietnam, still the 6th in London. */
const moment: Moment = { now: new Date('2026-06-06T17:30:00Z'), random: randomBytes };
const TODAY = new Date('2026-06-07T00:00:00Z');

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await anOrchard(test.db);
});
afterAll(() => test.close());

async function undo(lotId: string) {
  const { harvestId } = await test.db.lot.findUniqueOrThrow({ where: { id: lotId } });
  const what = { harvestId, reason: 'ghi nhầm', byUser: 'usr_1' };
  return test.db.$transaction((tx) => undoReceipt(tx, moment, what));
}

const inStore = async (lotId: string) =>
  (await test.db.lotBalance.findUniqueOrThrow({ where: { lotId } })).onHandGrams;

describe('fruit that came in by mistake', () => {
  it('leaves the ledger again, also when it was held', async () => {
    const free = await aLot(test.db, moment, { varietyCode: 'DONA', grade: 'B', grams: 5000 });
    const held = await aLot(test.db, moment, {
      varietyCode: 'DONA',
      grade: 'B',
      grams: 7000,
      heldReason: 'PHI',
    });
    for (const lotId of [free, held]) {
      expect((await undo(lotId)).ok).toBe(true);
      expect(await inStore(lotId)).toBe(0);
    }
  });

  it('stays once any of it is promised, and is told of as promised that day and on no other', async () => {
    const lotId = await aLot(test.db, moment, { varietyCode: 'RI6', grade: 'A', grams: 30_000 });
    const lineId = await aLine(test.db, moment);
    const want = { lineId, varietyCode: 'RI6', grade: 'A', unitGrams: 10_000, units: 1 };
    const kept = await test.db.$transaction((tx) => reserve(tx, moment, [want], null));
    expect(kept.ok).toBe(true);
    expect(await undo(lotId)).toMatchObject({ ok: false, error: { code: 'lot_in_use' } });
    expect(await inStore(lotId)).toBe(30_000);
    expect(await wentOut(test.db, 'mem_1', TODAY)).toEqual({ reservedGrams: 10_000, packedGrams: 0 });
    expect(await wentOut(test.db, 'mem_1', plusDays(TODAY, 1))).toEqual({ reservedGrams: 0, packedGrams: 0 });
    expect(await wentOut(test.db, 'mem_2', TODAY)).toEqual({ reservedGrams: 0, packedGrams: 0 });
  });
});
