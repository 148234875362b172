import type { Database } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { recordHarvest, sayForecast, undoHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { correctEvent, spoil } from '@baunghe/stock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approveSettlement, cancelOrder, openOffer, prepareSettlement, takeBack } from '../index.ts';
import { preorder } from '../preorders/preorders.builders.ts';
import { aDelivery, aSeason, june, on } from '../settlement/settlement.builders.ts';
import { aHarvest, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import { mondaysOf, periodSeen } from './days-seen.ts';
import { overview, type Question, rowsBehind, shortageOf } from './index.ts';
import type { RowsOf } from './source.ts';

/** The harvest and the delivery of two boxes lie on the 7th, a Sunday; it is the 18th, a Thursday. */
const NOW = on(18).now;
const ALL = { from: june(1), to: june(18) };
const HAND = { userId: 'usr_1', gln: STAFF.gln };

let test: TestDatabase;
let db: Database;
let lots: readonly [string, string];

beforeAll(async () => {
  test = await testDatabase();
  db = test.db;
  ({ lots } = await aSeason(db));
});
afterAll(() => test.close());

const look = (days = ALL) =>
  periodSeen(db, NOW, { kind: 'days', ...days }).then((period) => overview(db, NOW, period));
const rows = (question: Question, of: RowsOf = {}, days = ALL) =>
  rowsBehind(db, NOW, question, days, of, { after: null, limit: 50 });
/** What a grower expects of the next week, in grams. */
const forecast = (grams: number) =>
  kept(db, (tx) =>
    sayForecast(
      tx,
      on(18),
      { userId: 'usr_1', memberId: null },
      { plotId: 'plo_1', varietyCode: 'RI6', monday: june(24), grams },
    ),
  );
const batchOf = async (id: string) => (await db.lot.findUniqueOrThrow({ where: { id } })).batch;

it('compares a week with the same weekdays before, a month with the same dates, a season with as many days', async () => {
  expect(await periodSeen(db, NOW, { kind: 'week' })).toMatchObject({
    ...{ from: june(15), to: june(18), before: { from: june(8), to: june(11) } },
  });
  const end = new Date('2026-03-31T02:00:00Z');
  expect((await periodSeen(db, end, { kind: 'month' })).before).toEqual({
    from: new Date('2026-02-01'),
    to: new Date('2026-02-28'),
  });
  expect(await periodSeen(db, NOW, { kind: 'season' })).toMatchObject({
    ...{ from: june(7), to: june(18), before: { from: new Date('2026-05-26'), to: june(6) } },
  });
  expect(mondaysOf({ from: june(7), to: june(15) })).toEqual([june(1), june(8), june(15)]);
});

it('counts an order in the week that it is in Vietnam, and none that was cancelled', async () => {
  const kilos = (quantity: number) => [{ productId: 'pro_kg', quantity }];
  await checkOut(db, new Date('2026-06-07T16:59:59Z'), kilos(3));
  await checkOut(db, new Date('2026-06-07T17:00:00Z'), kilos(4));
  const gone = await checkOut(db, on(9).now, kilos(5));
  if (!gone.ok) throw new Error(gone.error.code);
  await kept(db, (tx) =>
    cancelOrder(tx, on(9), { orderId: gone.value.orderId, byUser: 'usr_1', why: 'thử' }),
  );
  const { sold } = await look();
  expect(sold.weeks).toMatchObject([
    { productId: 'pro_kg', monday: june(1), rows: 1, grams: 3000, dong: 300_000 },
    { productId: 'pro_kg', monday: june(8), rows: 1, grams: 4000, dong: 400_000 },
  ]);
  expect((await rows('sales', { week: june(8) })).sums).toEqual({ rows: 1, grams: 4000, dong: 400_000 });
  expect((await look({ from: june(9), to: june(18) })).sold).toMatchObject({
    weeks: [],
    before: [{ productId: 'pro_kg', grams: 7000, dong: 700_000 }],
  });
});

it('takes a box that came back off its sale, counts it as lost where it was destroyed, and its days to the door', async () => {
  const { boxIds } = await aDelivery(db, lots, { moment: on(16) });
  const [boxId = ''] = boxIds;
  const before = (await rows('sales', { product: 'pro_box' })).sums;
  expect(before).toEqual({ rows: 1, grams: 20_000, dong: 1_800_000 });
  const back = { boxId, grams: 9000, outcome: 'destroyed', reason: 'dập hết', photo: null } as const;
  const money = { kind: 'share' } as const;
  const taken = await kept(db, (tx) => takeBack(tx, on(17), STAFF, { ...back, money }));
  if (!taken.ok) throw new Error(taken.error.code);
  expect((await rows('sales', { product: 'pro_box' })).sums).toEqual({
    rows: 1,
    grams: 11_000,
    dong: 900_000,
  });
  const { spoiled, door } = await look();
  expect(spoiled.by).toMatchObject([{ kind: 'returned', plotCode: 'T01', rows: 1, grams: 9000 }]);
  expect(door.days).toMatchObject([{ days: 9, kind: 'late', rows: 2 }]);
  expect(door.products).toEqual([
    { productId: null, rows: 2, late: 2, median: 9 },
    { productId: 'pro_box', rows: 2, late: 2, median: 9 },
  ]);
});

it('counts what was thrown away by reason and plot, but not what was declared wrong since', async () => {
  const entry = { batch: await batchOf(lots[1]), cause: 'rotten', words: 'ướt', photo: null } as const;
  const throwAway = (grams: number) => kept(db, (tx) => spoil(tx, on(10), HAND, { ...entry, grams }));
  await throwAway(2000);
  const slip = await throwAway(50_000);
  if (!slip.ok) throw new Error(slip.error.code);
  const words = { reason: 'incorrect_data', words: 'bấm nhầm', rightGrams: 500, rightEventId: null } as const;
  await kept(db, (tx) => correctEvent(tx, on(11), HAND, { eventId: slip.value, ...words }));
  const { spoiled } = await look();
  expect(spoiled.by).toContainEqual({ kind: 'rotten', plotCode: 'T02', rows: 2, grams: 2500, dong: 0 });
  expect(spoiled.lots[0]).toMatchObject({ plotCode: 'T01', grams: 9000 });
  const page = await rows('losses', { kind: 'rotten', plot: 'T02', lot: entry.batch });
  expect(page.rows.map(({ grams, day }) => [grams, day])).toEqual([
    [2000, june(10)],
    [500, june(11)],
  ]);
});

it('counts harvests by plot and week, and none that was undone', async () => {
  const by = { ...STAFF, memberId: null };
  const fruit = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams: 70_000, photoId: null };
  const slip = await kept(db, (tx) => recordHarvest(tx, on(12), by, { ...fruit, cutOn: june(12) }));
  if (!slip.ok) throw new Error(slip.error.code);
  const { harvestId } = await db.lot.findUniqueOrThrow({ where: { id: slip.value.lotId } });
  const undone = await kept(db, (tx) => undoHarvest(tx, on(12), { harvestId, byUser: 'usr_1' }));
  expect(undone.ok).toBe(true);
  expect((await look()).cut).toMatchObject([
    { plotCode: 'T01', monday: june(1), grams: 200_000 },
    { plotCode: 'T02', monday: june(1), grams: 200_000 },
  ]);
  expect((await rows('harvests', { plot: 'T01' })).sums).toMatchObject({ rows: 1, grams: 200_000 });
});

it('says what will be short: what is ordered ahead or usually sold, beyond the forecast and what will still be good', async () => {
  const ahead = async () => (await look()).ahead.weeks;
  const usual = 18_000 / 4;
  expect(await ahead()).toEqual(
    [22, 29, 36, 43].map((day) => ({
      ...{ varietyCode: 'RI6', monday: june(day), forecast: 0, stock: 0, preordered: 0, held: 0 },
      ...{ usual, short: 0, shortOfUsual: usual },
    })),
  );
  await aHarvest(db, on(18).now, 3000);
  await forecast(1000);
  expect((await ahead())[0]).toMatchObject({ forecast: 1000, stock: 3000, short: 0, shortOfUsual: 500 });
  await db.lot.updateMany({ where: { cutOn: june(18) }, data: { heldReason: 'PHI thử' } });
  expect((await ahead())[0]).toMatchObject({ stock: 0, held: 3000, shortOfUsual: 3500 });
  await forecast(10_000);
  const terms = {
    price: dong(120_000),
    depositPercent: 30,
    forecastPercent: 70,
    rule: 'oldest_first',
  } as const;
  const offer = { productId: 'pro_kg', week: june(22), lastDay: june(28), ...terms };
  const opened = await kept(db, (tx) => openOffer(tx, on(18), STAFF, offer));
  if (!opened.ok) throw new Error(opened.error.code);
  expect((await preorder(db, NOW, opened.value.offerId, 6)).ok).toBe(true);
  expect((await ahead())[0]).toMatchObject({ forecast: 10_000, preordered: 6000, short: 0, shortOfUsual: 0 });
  await forecast(2000);
  expect((await ahead())[0]).toMatchObject({ short: 4000, shortOfUsual: 0 });
  expect((await rows('shortage', { kind: 'held' })).sums.grams).toBe(3000);
  const how = await shortageOf(db, NOW, { variety: 'RI6', week: june(22) });
  expect(how?.ahead).toEqual((await ahead())[0]);
  const seen = await rows('sales', { variety: 'RI6' }, how?.usual);
  expect(seen.sums.grams / 4).toBe(how?.ahead.usual);
  expect(await shortageOf(db, NOW, { variety: 'RI6', week: june(23) })).toBeNull();
  expect((await rows('shortage', { week: june(22) })).rows.map(({ kind }) => kind)).toEqual([
    'forecast',
    'preordered',
    'held',
  ]);
});

it('says who is owed what by the settlement’s own rules, from the delivery to the payout', async () => {
  const owed = async () => (await look()).owed.members;
  const nothing = { unpaid: 0, prepared: 0, unsettled: 0, advance: 0 };
  const [first, second] = [810_000, 810_000];
  expect(await owed()).toEqual([
    { memberCode: 'XV01', name: 'Xã viên thử', ...nothing, unsettled: first },
    { memberCode: 'XV02', name: 'Xã viên hai', ...nothing, unsettled: second },
  ]);
  expect((await rows('owed', { member: 'XV01', kind: 'unsettled' })).sums.dong).toBe(first);
  const period = { fromDay: june(1), toDay: june(17) };
  const prepared = await kept(db, (tx) => prepareSettlement(tx, on(18), { userId: 'usr_1' }, period));
  if (!prepared.ok) throw new Error(prepared.error.code);
  expect((await owed()).map(({ prepared, unsettled }) => [prepared, unsettled])).toEqual([
    [first, 0],
    [second, 0],
  ]);
  await kept(db, (tx) => approveSettlement(tx, at(NOW), { userId: 'usr_2' }, prepared.value.id));
  expect((await owed()).map(({ unpaid, prepared }) => [unpaid, prepared])).toEqual([
    [first, 0],
    [second, 0],
  ]);
  expect((await rows('owed', { kind: 'unpaid' })).rows).toMatchObject([
    { statementId: expect.any(String), memberCode: expect.stringMatching(/^XV/) },
    { statementId: expect.any(String), memberCode: expect.stringMatching(/^XV/) },
  ]);
});
