import { type Tx, thisMoment } from '@baunghe/db';
import { inRolledBackTransaction, type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BoxFruit, lotsInStore, reserve, sellableLots, takeForBox } from './index.ts';
import { aLine, aLot, anOrchard } from './stock.builders.ts';

const RI6 = { varietyCode: 'RI6', grade: 'A' };
const moment = thisMoment();

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase();
  await anOrchard(test.db);
});
afterEach(() => test.close());

const lot = (grams: number, more: Partial<Parameters<typeof aLot>[2]> = {}) =>
  aLot(test.db, moment, { ...RI6, grams, ...more });

async function promise(lineId: string, units: number) {
  const want = { lineId, ...RI6, unitGrams: 10_000, units };
  return test.db.$transaction((tx) => reserve(tx, moment, [want], null));
}

const promises = (lineId: string) =>
  test.db.reservation.findMany({ where: { lineId }, select: { lotId: true, grams: true, state: true } });

describe('lots that can be sold', () => {
  const sellable = () => sellableLots(test.db, [RI6], moment.now);

  it('are those of the kind that are free, not held and good beyond today, the first to expire first', async () => {
    const late = await lot(30_000, { bestBeforeIn: 9 });
    const soon = await lot(20_000, { bestBeforeIn: 1 });
    await lot(10_000, { bestBeforeIn: 0 });
    await lot(10_000, { heldReason: 'PHI' });
    await lot(10_000, { grade: 'B' });
    await lot(10_000, { varietyCode: 'DONA' });
    expect((await sellable()).map(({ lotId, freeGrams }) => [lotId, freeGrams])).toEqual([
      [soon, 20_000],
      [late, 30_000],
    ]);
    expect(await sellableLots(test.db, [], moment.now)).toEqual([]);
  });

  it('have no more than is promised to nobody', async () => {
    const only = await lot(25_000);
    await promise(await aLine(test.db, moment), 2);
    expect(await sellable()).toMatchObject([{ lotId: only, freeGrams: 5000 }]);
  });

  it('are all shown in the store, sold, held or past, those of a member or of a batch alone when asked', async () => {
    await lot(10_000, { heldReason: 'PHI' });
    await lot(10_000, { bestBeforeIn: -1 });
    const all = await lotsInStore(test.db, { limit: 10 });
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ plotCode: 'T01', receivedGrams: 10_000, onHandGrams: 10_000 });
    expect(await lotsInStore(test.db, { limit: 1 })).toHaveLength(1);
    const batch = all[1]?.batch ?? '';
    expect(await lotsInStore(test.db, { batch, limit: 10 })).toEqual([all[1]]);
    expect(await lotsInStore(test.db, { memberId: 'mem_none', limit: 10 })).toEqual([]);
  });
});

describe('a promise', () => {
  it('takes the fruit that expires first, whole units of each lot', async () => {
    const late = await lot(40_000, { bestBeforeIn: 9 });
    const soon = await lot(19_000, { bestBeforeIn: 2 });
    const lineId = await aLine(test.db, moment);
    expect(await promise(lineId, 3)).toEqual({ ok: true, value: undefined });
    expect(await promises(lineId)).toEqual(
      expect.arrayContaining([
        { lotId: soon, grams: 10_000, state: 'active' },
        { lotId: late, grams: 20_000, state: 'active' },
      ]),
    );
  });

  it('is all or nothing over the lines of an order, and names the line that falls short', async () => {
    await lot(30_000);
    const [one, two] = [await aLine(test.db, moment), await aLine(test.db, moment)];
    const want = { ...RI6, unitGrams: 10_000 };
    const wants = [
      { lineId: one, units: 2, ...want },
      { lineId: two, units: 2, ...want },
    ];
    expect(await test.db.$transaction((tx) => reserve(tx, moment, wants, null))).toEqual({
      ok: false,
      error: { code: 'out_of_stock', lineId: two, unitsLeft: 1 },
    });
    expect(await test.db.reservation.count()).toBe(0);
  });
});

describe('taking fruit for a box', () => {
  let lineId: string;
  const fruit = (lotId: string, more: Partial<BoxFruit> = {}): BoxFruit => ({
    lotId,
    boxId: 'box_none',
    lineId,
    grams: 10_000,
    promisedGrams: 10_000,
    byUser: null,
    ...RI6,
    ...more,
  });
  const refused = async (taken: BoxFruit) => {
    const before = await test.db.lotBalance.findMany({ orderBy: { lotId: 'asc' } });
    const answer = await test.db.$transaction((tx) => takeForBox(tx, moment, taken));
    expect(await test.db.lotBalance.findMany({ orderBy: { lotId: 'asc' } })).toEqual(before);
    return answer.ok ? 'taken' : answer.error;
  };

  beforeEach(async () => {
    lineId = await aLine(test.db, moment);
  });

  it('is refused from a lot that is not there, is other fruit, is held or past its day', async () => {
    const held = await lot(20_000, { heldReason: 'PHI Thuốc A' });
    const past = await lot(20_000, { bestBeforeIn: -1 });
    const other = await lot(20_000, { grade: 'B' });
    expect(await refused(fruit('lot_none'))).toEqual({ code: 'lot_unknown' });
    expect(await refused(fruit(held))).toEqual({ code: 'lot_held', reason: 'PHI Thuốc A' });
    expect(await refused(fruit(past))).toEqual({ code: 'lot_past_its_day' });
    expect(await refused(fruit(other))).toEqual({ code: 'lot_other_fruit' });
    expect(await refused(fruit(other, { grade: 'B', varietyCode: 'DONA' }))).toEqual({
      code: 'lot_other_fruit',
    });
  });

  it('is refused of fruit that is promised to others, with what is left for this line', async () => {
    const only = await lot(25_000);
    await promise(await aLine(test.db, moment), 1);
    expect(await promise(lineId, 1)).toMatchObject({ ok: true });
    expect(await refused(fruit(only, { grams: 15_001 }))).toEqual({
      code: 'lot_too_little',
      gramsLeft: 15_000,
    });
  });

  it('from another lot than was promised gives the promise back', async () => {
    const promised = await lot(10_000, { bestBeforeIn: 2 });
    expect(await promise(lineId, 1)).toMatchObject({ ok: true });
    const taken = await lot(10_300, { bestBeforeIn: 9 });
    const after = await inRolledBackTransaction(test.db, async (tx) => {
      await aBox(tx);
      const answer = await takeForBox(tx, moment, fruit(taken, { boxId: 'box_1', grams: 10_300 }));
      expect(answer).toEqual({ ok: true, value: undefined });
      return tx.lotBalance.findMany();
    });
    expect(after.find(({ lotId }) => lotId === promised)).toMatchObject({
      onHandGrams: 10_000,
      reservedGrams: 0,
    });
    expect(after.find(({ lotId }) => lotId === taken)).toMatchObject({ onHandGrams: 0, reservedGrams: 0 });
  });

  /** A box that the ledger can name. It is never committed: the pack event that belongs to it is another room's. */
  async function aBox(tx: Tx): Promise<void> {
    const event = { type: 'TransformationEvent', bizStep: 'packing', eventTime: moment.now, body: {} };
    await tx.traceEvent.create({ data: { id: 'urn:uuid:1', recordedAt: moment.now, ...event } });
    const line = await tx.orderLine.findUniqueOrThrow({ where: { id: lineId } });
    const { productId, orderId } = line;
    const { id: lotId } = await tx.lot.findFirstOrThrow();
    const box = {
      serial: 'ABCDEFGHJK',
      gtin: '09521234002000',
      units: 1,
      grams: 10_300,
      packedAt: moment.now,
    };
    await tx.box.create({
      data: { id: 'box_1', productId, lotId, orderId, lineId, packEventId: 'urn:uuid:1', ...box },
    });
  }
});
