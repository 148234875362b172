import { plusDays } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { ledgerOf, lostFruit } from '@baunghe/stock';
import { eventsAbout } from '@baunghe/trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boxStory, packBox, type ReturnedBox, shipOrder, takeBack } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');

let test: TestDatabase;
let lotId: string;

beforeEach(async () => {
  test = await testDatabase(8);
  await aRi6Shop(test.db);
  lotId = await aHarvest(test.db, NOW, 40_000);
});
afterEach(() => test.close());

async function ordered() {
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity: 1 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  return { orderId, lineId: line.id };
}

async function aBox(ships = true) {
  const order = await ordered();
  const box = { ...order, lotId, units: 1, grams: 10_200 };
  const packed = await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box));
  if (!packed.ok) throw new Error(packed.error.code);
  const shipping = { orderId: order.orderId, carrier: 'Xe nhà', tracking: null };
  if (ships) await kept(test.db, (tx) => shipOrder(tx, at(NOW), STAFF, shipping));
  return packed.value;
}

const back = (box: Partial<ReturnedBox> & { boxId: string }, now = NOW) =>
  kept(test.db, (tx) =>
    takeBack(tx, at(now), STAFF, {
      grams: 10_000,
      outcome: 'back_in_store',
      reason: 'khách không nhận',
      photo: null,
      money: { kind: 'none', why: 'chưa rõ' },
      ...box,
    }),
  );

const onHand = async () => (await test.db.lotBalance.findUniqueOrThrow({ where: { lotId } })).onHandGrams;

describe('a box that comes back', () => {
  it('puts good fruit into its lot again, once', async () => {
    const box = await aBox();
    expect(await onHand()).toBe(29_800);
    expect(await back(box)).toMatchObject({ ok: true });
    expect(await onHand()).toBe(39_800);
    expect((await ledgerOf(test.db, lotId)).at(-1)).toMatchObject({
      kind: 'return',
      grams: 10_000,
      box: { serial: box.serial },
    });
    expect(await back(box)).toEqual({ ok: false, error: { code: 'box_came_back', at: NOW } });
    const steps = (await eventsAbout(test.db, [{ subject: 'box', id: box.boxId }])).map(({ body }) => body);
    expect(steps.slice(-2)).toMatchObject([
      { bizStep: 'receiving', disposition: 'returned' },
      { bizStep: 'inspecting', disposition: 'conformant' },
    ]);
  });

  it('is destroyed when its fruit is bad, and its page says so', async () => {
    const box = await aBox();
    expect(await back({ ...box, outcome: 'destroyed' })).toMatchObject({ ok: true });
    const ever = { begins: new Date(0), ends: plusDays(new Date(), 999) };
    expect(await lostFruit(test.db, ever)).toMatchObject([{ kind: 'destroyed' }]);
    expect(await onHand()).toBe(29_800);
    const story = await boxStory(test.db, { gtin: box.gtin, serial: box.serial, batch: null });
    expect(story?.told.map(({ bizStep }) => bizStep).slice(-3)).toEqual([
      'receiving',
      'inspecting',
      'destroying',
    ]);
  });

  it('must have left, weighs no more than it did, and does not go back past its day', async () => {
    const here = await aBox(false);
    expect(await back(here)).toEqual({ ok: false, error: { code: 'order_state', state: 'packed' } });
    const box = await aBox();
    expect(await back({ ...box, grams: 10_201 })).toEqual({
      ok: false,
      error: { code: 'heavier_than_it_left', mostGrams: 10_200 },
    });
    expect(await back(box, plusDays(NOW, 9))).toEqual({ ok: false, error: { code: 'lot_past_its_day' } });
    expect(await back({ boxId: 'box_none' })).toEqual({ ok: false, error: { code: 'box_unknown' } });
    expect(await test.db.boxReturn.count()).toBe(0);
  });
});

describe('a lot that is not the first to expire', () => {
  it('is packed from for a reason, which the box keeps', async () => {
    const later = await aHarvest(test.db, plusDays(NOW, 1), 40_000);
    const order = await ordered();
    const box = { ...order, lotId: later, units: 1, grams: 10_000 };
    const pack = (lotReason: string | null) =>
      kept(test.db, (tx) => packBox(tx, at(plusDays(NOW, 1)), STAFF, { ...box, lotReason }));
    const { batch, bestBefore } = await test.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect(await pack(null)).toEqual({ ok: false, error: { code: 'lot_not_first', batch, bestBefore } });
    expect(await pack('khách xin trái mới cắt')).toMatchObject({ ok: true });
    expect((await test.db.box.findFirstOrThrow()).lotReason).toBe('khách xin trái mới cắt');
  });

  it('asks for none when it is the first, whatever was written', async () => {
    const order = await ordered();
    const box = { ...order, lotId, units: 1, grams: 10_000, lotReason: 'thừa' };
    expect(await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box))).toMatchObject({ ok: true });
    expect((await test.db.box.findFirstOrThrow()).lotReason).toBeNull();
  });
});
