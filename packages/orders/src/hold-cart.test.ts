import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endLapsedHolds, heldUntil, holdCart, placeOrder, priceCart } from './index.ts';
import { aHarvest, aRi6Shop, at, kept } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const boxes = (quantity: number) => [{ productId: 'pro_box', quantity }];

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
});
afterAll(() => test.close());

async function hold(
  now: Date,
  quantity: number,
  { holdId = null, network = null }: { holdId?: string | null; network?: string | null } = {},
) {
  const lines = quantity === 0 ? [] : boxes(quantity);
  return kept(test.db, (tx) => holdCart(tx, at(now), { holdId, lines, network }));
}

async function held(now: Date, quantity: number, holdId: string | null = null): Promise<string> {
  const answer = await hold(now, quantity, { holdId });
  if (!answer.ok || !answer.value) throw new Error('nothing was kept');
  return answer.value.id;
}

const left = async (now: Date, holdId: string | null = null) =>
  (await priceCart(test.db, now, boxes(1), '75', holdId)).lines[0]?.unitsLeft;

async function buy(now: Date, quantity: number, holdId: string | null) {
  const { total } = await priceCart(test.db, now, boxes(quantity), '75', holdId);
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', street: 'Số 1', note: null };
  const to = { provinceCode: '75', wardCode: '25217', locale: 'vi', method: 'cod' } as const;
  return kept(test.db, (tx) =>
    placeOrder(tx, at(now), { ...buyer, ...to, lines: boxes(quantity), seenTotal: total, holdId }),
  );
}

it('keeps fruit for one checkout, which alone may order it, for a quarter of an hour', async () => {
  await aHarvest(test.db, NOW, 50_000);
  const mine = await held(NOW, 4);
  expect([await left(NOW), await left(NOW, mine)]).toEqual([1, 5]);
  expect(await heldUntil(test.db, NOW, { holdId: mine, lines: boxes(4) })).toEqual(after(15));
  expect(await heldUntil(test.db, NOW, { holdId: mine, lines: boxes(3) })).toBeNull();
  expect(await buy(NOW, 2, null)).toMatchObject({ error: { code: 'not_enough_stock', unitsLeft: 1 } });
  const more = await held(after(5), 5, mine);
  expect(await heldUntil(test.db, after(5), { holdId: mine, lines: boxes(4) })).toBeNull();
  expect(await left(after(5))).toBe(0);
  expect(await hold(after(6), 6, { holdId: more })).toMatchObject({ error: { unitsLeft: 5 } });
  expect(await heldUntil(test.db, after(6), { holdId: more, lines: boxes(5) })).toEqual(after(20));
  expect(await buy(after(7), 5, more)).toMatchObject({ ok: true });
  expect(await heldUntil(test.db, after(7), { holdId: more, lines: boxes(5) })).toBeNull();
  const { _sum } = await test.db.lotBalance.aggregate({ _sum: { reservedGrams: true } });
  expect(_sum.reservedGrams).toBe(50_000);
});

it('counts what lapsed as free before anybody gave it back, and forgets it a day later', async () => {
  await aHarvest(test.db, NOW, 20_000);
  const late = await held(NOW, 2);
  expect([await left(after(14)), await left(after(15))]).toEqual([0, 2]);
  expect(await buy(after(15), 1, null)).toMatchObject({ ok: true });
  expect(await buy(after(16), 2, late)).toMatchObject({ error: { unitsLeft: 1 } });
  await held(after(16), 1);
  expect(await test.db.$transaction((tx) => endLapsedHolds(tx, at(after(31))))).toBe(1);
  expect(await left(after(31))).toBe(1);
  await test.db.$transaction((tx) => endLapsedHolds(tx, at(after(60 * 25))));
  expect(await test.db.checkoutHold.count()).toBe(0);
  expect(await test.db.reservation.count({ where: { lineId: null } })).toBe(0);
});

it('keeps no more for one network than it may, and nothing for an empty cart', async () => {
  const now = after(60 * 30);
  await aHarvest(test.db, now, 900_000);
  const ofOne = { network: 'one' };
  expect(await hold(now, 31, ofOne)).toEqual({ ok: true, value: null });
  const first = await hold(now, 20, ofOne);
  if (!first.ok || !first.value) throw new Error('nothing was kept');
  expect(await hold(now, 11, ofOne)).toEqual({ ok: true, value: null });
  const again = await hold(now, 30, { ...ofOne, holdId: first.value.id });
  expect(again).toMatchObject({ ok: true, value: { until: expect.any(Date) } });
  expect(await hold(now, 30, { network: 'two' })).toMatchObject({ value: { id: expect.any(String) } });
  const before = await left(now);
  if (!again.ok || !again.value) throw new Error('nothing was kept');
  expect(await hold(now, 0, { holdId: again.value.id })).toEqual({ ok: true, value: null });
  expect(await left(now)).toBe((before ?? 0) + 30);
});
