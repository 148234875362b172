import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { eventsAbout } from '@baunghe/trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addPlace,
  calledBack,
  endWithdrawal,
  grade,
  inspectLot,
  ledgerOf,
  lostFruit,
  lotsInStore,
  moveLot,
  readTemperature,
  reserve,
  type Sorting,
  saveStocktake,
  spoil,
  withdrawLot,
} from '../index.ts';
import { aLine, aLot, anOrchard } from '../stock.builders.ts';

const RI6 = { varietyCode: 'RI6', grade: 'A' };
const HAND = { userId: 'usr_1', gln: '9521234000013' };
const moment = thisMoment();

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase();
  await anOrchard(test.db);
});
afterEach(() => test.close());

async function aBatch(grams: number, more: Partial<Parameters<typeof aLot>[2]> = {}): Promise<string> {
  const id = await aLot(test.db, moment, { ...RI6, grams, ...more });
  return (await test.db.lot.findUniqueOrThrow({ where: { id } })).batch;
}

async function shown(batch: string) {
  const [lot] = await lotsInStore(test.db, { batch, limit: 1 });
  if (!lot) throw new Error(`no lot ${batch}`);
  return lot;
}

/** Ten kilograms of the one kind kept for an order. Returns the order's code. */
async function kept(): Promise<string> {
  const lineId = await aLine(test.db, moment);
  await test.db.$transaction((tx) =>
    reserve(tx, moment, [{ lineId, ...RI6, unitGrams: 10_000, units: 1 }], null),
  );
  const line = await test.db.orderLine.findUniqueOrThrow({ where: { id: lineId }, include: { order: true } });
  return line.order.code;
}

const YEAR = { begins: new Date(+moment.now - 86_400_000), ends: new Date(+moment.now + 86_400_000) };
/** What was lost of RI6, by kind and cause. */
const lost = async (days = YEAR) =>
  (await lostFruit(test.db, days)).map(({ varietyCode, kind, cause, grams }) => [
    varietyCode,
    kind,
    cause,
    grams,
  ]);

const lastEventOf = async (lotId: string) => {
  const [event] = (await eventsAbout(test.db, [{ subject: 'lot', id: lotId }])).slice(-1);
  return event?.body;
};

describe('spoiled fruit', () => {
  const rotten = (batch: string, grams: number) =>
    test.db.$transaction((tx) =>
      spoil(tx, moment, HAND, { batch, grams, cause: 'rotten', words: 'thối cuống', photo: null }),
    );

  it('goes out of its lot with its cause, and the trace says that it was destroyed', async () => {
    const batch = await aBatch(30_000);
    expect(await rotten(batch, 2500)).toMatchObject({ ok: true });
    const lot = await shown(batch);
    expect(lot).toMatchObject({ receivedGrams: 30_000, onHandGrams: 27_500 });
    expect(await lastEventOf(lot.lotId)).toMatchObject({
      bizStep: 'destroying',
      action: 'DELETE',
      quantityList: [{ quantity: 2.5, uom: 'KGM' }],
      'baunghe:cause': 'rotten',
    });
    expect(await ledgerOf(test.db, lot.lotId)).toMatchObject([
      { kind: 'receive', grams: 30_000, balanceGrams: 30_000 },
      { kind: 'spoil', grams: -2500, balanceGrams: 27_500, cause: 'rotten', reason: 'thối cuống' },
    ]);
    expect(await lost()).toEqual([['RI6', 'spoil', 'rotten', 2500]]);
    expect(await lost({ begins: YEAR.ends, ends: new Date(+YEAR.ends + 1) })).toEqual([]);
  });

  it('is never what orders are kept for: those are named', async () => {
    const batch = await aBatch(12_000);
    const code = await kept();
    expect(await rotten(batch, 2001)).toEqual({
      ok: false,
      error: { code: 'grams_not_free', freeGrams: 2000, orders: [code] },
    });
    expect(await rotten('NONE', 1)).toEqual({ ok: false, error: { code: 'lot_unknown' } });
  });
});

describe('a sorted lot', () => {
  const sort = (sorting: Partial<Sorting> & { batch: string }) =>
    test.db.$transaction((tx) =>
      grade(tx, moment, HAND, {
        grams: 30_000,
        parts: [
          { grade: 'A', grams: 20_000 },
          { grade: 'B', grams: 9000 },
        ],
        lossReason: 'rụng cuống',
        ...sorting,
      }),
    );

  it('becomes lots of the same harvest and day, each with a batch code of its own', async () => {
    const batch = await aBatch(40_000);
    const sorted = await sort({ batch });
    if (!sorted.ok) throw new Error(sorted.error.code);
    const parent = await shown(batch);
    expect(parent.onHandGrams).toBe(10_000);
    expect(parent.sortedInto.toSorted()).toEqual(sorted.value.map((lot) => lot.batch).toSorted());
    for (const { batch: code, grade: named, grams } of sorted.value) {
      expect(code).toMatch(/^[0-9A-Z]{8,20}$/);
      const { plotCode, cutOn, bestBefore } = parent;
      const began = { receivedGrams: grams, onHandGrams: grams, grade: named, sortedFrom: batch };
      expect(await shown(code)).toMatchObject({ ...began, plotCode, cutOn, bestBefore });
    }
    expect(await lastEventOf(parent.lotId)).toMatchObject({
      type: 'TransformationEvent',
      inputQuantityList: [{ quantity: 30 }],
      outputQuantityList: [{ quantity: 20 }, { quantity: 9 }],
    });
    expect(await lost()).toEqual([['RI6', 'grade', null, 1000]]);
  });

  it('has its loss explained, and is never heavier in parts', async () => {
    const batch = await aBatch(40_000);
    expect(await sort({ batch, lossReason: null })).toEqual({
      ok: false,
      error: { code: 'loss_unexplained', lossGrams: 1000 },
    });
    expect(await sort({ batch, grams: 28_000 })).toEqual({
      ok: false,
      error: { code: 'parts_over_whole', overGrams: 1000 },
    });
    const code = await kept();
    expect(await sort({ batch, grams: 30_001 })).toMatchObject({
      error: { code: 'grams_not_free', orders: [code] },
    });
  });

  it('hands on why it is held, when it is sorted and later', async () => {
    const held = await sort({ batch: await aBatch(40_000, { heldReason: 'PHI Thuốc A' }) });
    if (!held.ok) throw new Error(held.error.code);
    for (const { batch } of held.value) expect((await shown(batch)).heldReason).toBe('PHI Thuốc A');
    const free = await aBatch(40_000);
    const sorted = await sort({ batch: free });
    if (!sorted.ok) throw new Error(sorted.error.code);
    const parent = await shown(free);
    await test.db.lot.update({ where: { id: parent.lotId }, data: { heldReason: 'LAB' } });
    for (const { batch } of sorted.value) expect((await shown(batch)).heldReason).toBe('LAB');
  });

  it('is called back with all that came of it, and let go with it', async () => {
    const batch = await aBatch(40_000);
    const first = await sort({ batch });
    if (!first.ok) throw new Error(first.error.code);
    const again = { batch: first.value[0]?.batch ?? '', grams: 5000, lossReason: null };
    const second = await sort({ ...again, parts: [{ grade: 'B', grams: 5000 }] });
    if (!second.ok) throw new Error(second.error.code);
    const lots = [(await shown(batch)).lotId, ...[...first.value, ...second.value].map(({ lotId }) => lotId)];
    const entry = { batch, reason: 'nghi nhiễm', byUser: 'usr_1' };
    const called = await test.db.$transaction((tx) => withdrawLot(tx, moment, entry));
    expect(called).toMatchObject({ ok: true });
    expect(called.ok && called.value.toSorted()).toEqual(lots.toSorted());
    expect(await calledBack(test.db, lots)).toHaveLength(4);
    expect(await sort({ batch })).toMatchObject({ error: { code: 'lot_withdrawn' } });
    const ended = await test.db.$transaction((tx) => endWithdrawal(tx, moment, { ...entry, reason: 'sạch' }));
    expect(ended.ok && ended.value.toSorted()).toEqual(lots.toSorted());
    expect(await calledBack(test.db, lots)).toEqual([]);
    expect(await test.db.lot.count({ where: { heldReason: { not: null } } })).toBe(0);
  });
});

describe('places', () => {
  it('are told of a lot when it is brought there, and not twice', async () => {
    const batch = await aBatch(10_000);
    await addPlace(test.db, { code: 'KHO1', name: 'Kho lạnh 1' });
    expect(await addPlace(test.db, { code: 'KHO1', name: 'Kệ' })).toMatchObject({
      error: { code: 'place_taken' },
    });
    const move = (placeCode: string) =>
      test.db.$transaction((tx) => moveLot(tx, moment, HAND, { batch, placeCode }));
    expect(await move('KE9')).toMatchObject({ error: { code: 'place_unknown' } });
    expect(await move('KHO1')).toEqual({ ok: true, value: undefined });
    expect(await move('KHO1')).toMatchObject({ error: { code: 'lot_is_there' } });
    const lot = await shown(batch);
    expect(lot.place).toEqual({ code: 'KHO1', name: 'Kho lạnh 1' });
    expect(await lastEventOf(lot.lotId)).toMatchObject({ bizStep: 'storing', 'baunghe:place': 'KHO1' });
  });

  it('tell whoever believes a lot elsewhere that it was moved meanwhile, of two at once one', async () => {
    const batch = await aBatch(10_000);
    await addPlace(test.db, { code: 'KHO1', name: 'Kho lạnh 1' });
    await addPlace(test.db, { code: 'KE2', name: 'Kệ 2' });
    const move = (placeCode: string, seenPlace?: string | null) =>
      test.db.$transaction((tx) => moveLot(tx, moment, HAND, { batch, placeCode, seenPlace }));
    const raced = await Promise.all([move('KHO1', null), move('KE2', null)]);
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
    const { place } = await shown(batch);
    expect(raced.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'lot_moved_meanwhile', place, at: moment.now },
    });
    const other = place?.code === 'KE2' ? 'KHO1' : 'KE2';
    expect(await move(other, place?.code)).toMatchObject({ ok: true });
    expect(await move(place?.code ?? '')).toMatchObject({ ok: true });
  });
});

describe('a look at a lot', () => {
  const look = (batch: string, passed: boolean) =>
    test.db.$transaction((tx) => inspectLot(tx, moment, HAND, { batch, passed, note: 'vỏ nứt' }));

  it('holds it when it does not pass, until it passes', async () => {
    const batch = await aBatch(10_000);
    await look(batch, false);
    const held = await shown(batch);
    expect(held.heldReason).toBe('INSPECT vỏ nứt');
    expect(await lastEventOf(held.lotId)).toMatchObject({ disposition: 'non_conformant' });
    await look(batch, true);
    expect((await shown(batch)).heldReason).toBeNull();
  });

  it('frees no lot for a look that failed and that whoever looked did not know of', async () => {
    const batch = await aBatch(10_000);
    await look(batch, false);
    const pass = (seenHold: string | null) =>
      test.db.$transaction((tx) =>
        inspectLot(tx, moment, HAND, { batch, passed: true, note: 'đẹp', seenHold }),
      );
    for (const seen of [null, 'INSPECT dập'])
      expect(await pass(seen)).toEqual({
        ok: false,
        error: { code: 'lot_failed_meanwhile', heldReason: 'INSPECT vỏ nứt', note: 'vỏ nứt' },
      });
    expect((await shown(batch)).heldReason).toBe('INSPECT vỏ nứt');
    expect(await pass('INSPECT vỏ nứt')).toMatchObject({ ok: true });
    expect((await shown(batch)).heldReason).toBeNull();
  });

  it('frees nothing that is held for another reason', async () => {
    const batch = await aBatch(10_000, { heldReason: 'PHI Thuốc A' });
    await look(batch, false);
    await look(batch, true);
    expect((await shown(batch)).heldReason).toBe('PHI Thuốc A');
  });

  it('may be one at its thermometer', async () => {
    const batch = await aBatch(10_000);
    await test.db.$transaction((tx) => readTemperature(tx, moment, HAND, { batch, celsius: 13.5 }));
    expect(await lastEventOf((await shown(batch)).lotId)).toMatchObject({
      bizStep: 'sensor_reporting',
      sensorElementList: [{ sensorReport: [{ value: 13.5, uom: 'CEL' }] }],
    });
  });
});

describe('a stocktake', () => {
  const save = (...counts: Parameters<typeof saveStocktake>[3]) =>
    test.db.$transaction((tx) => saveStocktake(tx, moment, HAND, counts));
  const count = (batch: string, seenGrams: number, countedGrams: number, reason: string | null = null) => ({
    batch,
    seenGrams,
    countedGrams,
    reason,
  });

  it('sets each lot to what was counted, as one act', async () => {
    const [one, two] = [await aBatch(20_000), await aBatch(30_000)];
    const saved = await save(count(one, 20_000, 20_000), count(two, 30_000, 29_400, 'hao hụt tự nhiên'));
    expect(saved).toMatchObject({ ok: true, value: { differing: 1 } });
    expect((await shown(one)).onHandGrams).toBe(20_000);
    const lot = await shown(two);
    expect(lot.onHandGrams).toBe(29_400);
    expect((await ledgerOf(test.db, lot.lotId)).at(-1)).toMatchObject({
      kind: 'adjust',
      grams: -600,
      counted: true,
      reason: 'hao hụt tự nhiên',
    });
    expect(await lastEventOf(lot.lotId)).toMatchObject({ bizStep: 'stock_taking' });
    expect(await lost()).toEqual([['RI6', 'adjust', null, 600]]);
  });

  it('is refused whole for a difference without a reason, for news, and below what is kept', async () => {
    const batch = await aBatch(20_000);
    const code = await kept();
    const refused = async (...counts: Parameters<typeof saveStocktake>[3]) => {
      const answer = await save(...counts);
      return answer.ok ? 'saved' : answer.error;
    };
    expect(await refused(count(batch, 20_000, 19_000))).toEqual({ code: 'count_unexplained', batch });
    expect(await refused(count(batch, 21_000, 20_000, 'x'))).toEqual({
      code: 'count_outdated',
      batch,
      onHandGrams: 20_000,
    });
    expect(await refused(count(batch, 20_000, 9999, 'x'))).toEqual({
      code: 'count_below_kept',
      batch,
      keptGrams: 10_000,
      orders: [code],
    });
    expect(await refused(count('NONE', 0, 0))).toEqual({ code: 'count_lot_unknown', batch: 'NONE' });
    expect(await test.db.stocktake.count()).toBe(0);
  });
});
