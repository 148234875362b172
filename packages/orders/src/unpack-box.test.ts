import { plusDays, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { lostFruit } from '@baunghe/stock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  boxesToLabel,
  boxStory,
  cancelOrder,
  knownItem,
  lotForState,
  orderView,
  packBox,
  shipOrder,
  unpackBox,
  unpackedBoxes,
  withdrawLot,
} from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const LATER = new Date('2026-06-07T05:00:00Z');

let test: TestDatabase;
let lotId: string;
let orderId: string;
let code: string;
let lineId: string;
beforeEach(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  lotId = await aHarvest(test.db, NOW, 100_000);
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity: 2 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  ({ orderId, code } = placed.value);
  lineId = (await test.db.orderLine.findFirstOrThrow({ where: { orderId } })).id;
});
afterEach(() => test.close());

/** Packs a box of one unit; its id and serial. */
async function pack(from = lotId, grams = 10_100) {
  const chosen = { orderId, lineId, lotId: from, units: 1, grams };
  const box = await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, chosen));
  if (!box.ok) throw new Error(box.error.code);
  return box.value;
}
const unpack = (boxId: string, fate: 'returned' | 'destroyed' = 'returned', reason = 'Lô bị thu hồi') =>
  kept(test.db, (tx) => unpackBox(tx, at(LATER), STAFF, { boxId, fate, reason }));
const balance = async (id = lotId) => {
  const { onHandGrams, reservedGrams } = await test.db.lotBalance.findUniqueOrThrow({ where: { lotId: id } });
  return [onHandGrams, reservedGrams];
};
const state = async () => (await test.db.order.findUniqueOrThrow({ where: { id: orderId } })).state;
async function callBack(): Promise<void> {
  const { batch } = await test.db.lot.findUniqueOrThrow({ where: { id: lotId } });
  await kept(test.db, (tx) => withdrawLot(tx, at(NOW), STAFF, { batch, reason: 'Dư lượng' }));
}
const lastEvent = async () =>
  (await test.db.traceEvent.findFirstOrThrow({ orderBy: { position: 'desc' } })).body;

describe('a box that is opened again', () => {
  it('gives its fruit back to its lot, is told to the trace, and its line waits to be packed again', async () => {
    const [first] = [await pack(), await pack()];
    expect(await state()).toBe('packed');
    expect(await balance()).toEqual([79_800, 0]);
    expect(await unpack(first.boxId)).toEqual({ ok: true, value: { serial: first.serial, unitsKept: 1 } });
    expect(await balance()).toEqual([89_900, 10_000]);
    expect(await state()).toBe('placed');
    expect(await lastEvent()).toMatchObject({
      type: 'TransformationEvent',
      bizStep: 'unpacking',
      disposition: 'in_progress',
      inputEPCList: [expect.stringMatching(`/01/${first.gtin}/21/${first.serial}$`)],
      outputQuantityList: [{ quantity: 10.1, uom: 'KGM' }],
    });
    const order = await orderView(test.db, { code });
    expect(order?.boxes.map(({ serial }) => serial)).not.toContain(first.serial);
    expect(order?.lines[0]?.packedUnits).toBe(1);
    expect(order?.steps.at(-1)).toMatchObject({ from: 'packed', to: 'placed', why: 'Lô bị thu hồi' });
    const again = await pack();
    expect(again).toMatchObject({ orderPacked: true });
    expect(await state()).toBe('packed');
    const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
    expect(await kept(test.db, (tx) => shipOrder(tx, at(LATER), STAFF, shipping))).toMatchObject({
      ok: true,
    });
    expect(JSON.stringify(await lastEvent())).not.toContain(first.serial);
  });

  it('of a recalled lot comes out of its order, its fruit stays held, and the order leaves with other fruit', async () => {
    const box = await pack();
    const other = await pack();
    const elsewhere = await aHarvest(test.db, NOW, 50_000);
    await callBack();
    for (const { boxId } of [box, other])
      expect(await unpack(boxId)).toMatchObject({ value: { unitsKept: 1 } });
    expect(await balance()).toEqual([100_000, 0]);
    expect(await balance(elsewhere)).toEqual([50_000, 20_000]);
    expect(await lastEvent()).toMatchObject({ bizStep: 'unpacking', disposition: 'recalled' });
    await pack(elsewhere);
    expect(await pack(elsewhere)).toMatchObject({ orderPacked: true });
    const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
    expect(await kept(test.db, (tx) => shipOrder(tx, at(LATER), STAFF, shipping))).toMatchObject({
      ok: true,
    });
  });

  it('is destroyed with its fruit, of which nothing comes back', async () => {
    const box = await pack();
    expect(await unpack(box.boxId, 'destroyed', 'Dập')).toMatchObject({ ok: true });
    const ever = { begins: new Date(0), ends: plusDays(LATER, 1) };
    expect(await lostFruit(test.db, ever)).toMatchObject([{ kind: 'opened', grams: 10_100 }]);
    expect(await balance()).toEqual([89_900, 20_000]);
    expect(await lastEvent()).toMatchObject({
      type: 'ObjectEvent',
      action: 'DELETE',
      bizStep: 'destroying',
      disposition: 'destroyed',
      epcList: [expect.stringContaining(box.serial)],
    });
  });

  it('keeps as many units of other fruit as there are', async () => {
    const box = await pack();
    await callBack();
    expect(await unpack(box.boxId)).toMatchObject({ value: { unitsKept: 0 } });
    expect(await state()).toBe('placed');
  });

  it('has a serial that is retired: said at its code, on no label, and not in what the State gets', async () => {
    const box = await pack();
    await unpack(box.boxId);
    const { gtin, serial } = box;
    expect(await boxStory(test.db, { gtin, serial, batch: null })).toMatchObject({ unpackedAt: LATER });
    expect(await knownItem(test.db, { gtin, serial, batch: null })).toMatchObject({ unpackedAt: LATER });
    expect(await boxesToLabel(test.db, { code, serial })).toEqual([]);
    const { batch } = await test.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    const told = await lotForState(test.db, batch);
    expect(told?.boxes).toEqual([]);
    expect(told?.events.map(({ bizStep }) => bizStep)).toContain('unpacking');
    const shown = await unpackedBoxes(test.db, code);
    expect(shown).toEqual([
      { gtin, serial, batch, grams: 10_100, fate: 'returned', reason: 'Lô bị thu hồi', at: LATER },
    ]);
  });

  it('lets an order be cancelled once none is left', async () => {
    const box = await pack();
    const cancel = () =>
      kept(test.db, (tx) => cancelOrder(tx, at(LATER), { orderId, byUser: 'usr_1', why: 'Thu hồi' }));
    expect(await cancel()).toMatchObject({ error: { code: 'already_packing' } });
    await unpack(box.boxId);
    expect(await cancel()).toMatchObject({ ok: true });
    expect(await balance()).toEqual([100_000, 0]);
  });

  it('is opened once, also by two packers at once', async () => {
    const box = await pack();
    const both = await Promise.all([unpack(box.boxId), unpack(box.boxId, 'destroyed')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'box_unpacked', at: LATER } });
  });

  it('is refused for what is no box, and for one that has left', async () => {
    expect(await unpack('box_none')).toEqual({ ok: false, error: { code: 'box_unknown' } });
    const [box] = [await pack(), await pack()];
    const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
    await kept(test.db, (tx) => shipOrder(tx, at(LATER), STAFF, shipping));
    expect(await unpack(box.boxId)).toEqual({
      ok: false,
      error: { code: 'order_state', state: 'shipped' },
    });
  });
});

describe('of unpacking, the database refuses', () => {
  const row = (box: string, over: Partial<Record<'fate' | 'reason' | 'move' | 'event', string>> = {}) => {
    const { fate = 'destroyed', reason = 'x', move = 'NULL', event = '' } = over;
    return `INSERT INTO "box_unpacking" ("boxId", "fate", "reason", "moveId", "eventId", "at", "byUser")
      VALUES ('${box}', '${fate}', '${reason}', ${move}, '${event}', now(), 'usr_1')`;
  };
  /** Which constraint refuses the statements, together. */
  const refusal = (...statements: string[]) =>
    test.db
      .$transaction(async (tx) => {
        for (const sql of statements) await tx.$executeRawUnsafe(sql);
        await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
      })
      .then(
        () => 'taken',
        (error: unknown) => refusalOf(error)?.constraint,
      );
  const move = (grams: number) => `INSERT INTO "stock_move" ("lotId", "kind", "grams", "reason", "at")
      VALUES ('${lotId}', 'adjust', ${grams}, 'x', now())`;
  const LAST = '(SELECT max("id") FROM "stock_move")';

  it('what does not undo a packing', async () => {
    const box = await pack();
    const { packEventId } = await test.db.box.findUniqueOrThrow({ where: { id: box.boxId } });
    await test.db.traceEvent.create({
      data: { id: 'e', type: 'ObjectEvent', bizStep: 'x', eventTime: NOW, recordedAt: NOW, body: {} },
    });
    const told = `INSERT INTO "trace_about" ("subject", "subjectId", "eventId") VALUES ('box', '${box.boxId}', 'e')`;
    const event = { event: 'e' };
    expect(await refusal(row(box.boxId, event))).toBe('box_has_unpack_event');
    expect(await refusal(row(box.boxId, { event: packEventId }))).toBe('box_has_unpack_event');
    expect(await refusal(told, row(box.boxId, { ...event, reason: '' }))).toBe('box_unpacking_says_why');
    const returned = { ...event, fate: 'returned' };
    expect(await refusal(told, row(box.boxId, returned))).toBe('box_unpacking_moves_what_returns');
    expect(await refusal(told, move(10_099), row(box.boxId, { ...returned, move: LAST }))).toBe(
      'box_goes_back_into_its_lot',
    );
    expect(await refusal(told, move(10_100), row(box.boxId, { ...event, move: LAST }))).toBe(
      'box_unpacking_moves_what_returns',
    );
    await pack();
    expect(await refusal(told, row(box.boxId, event))).toBe('box_unpacked_before_it_left');
  });

  it('to change it', async () => {
    const box = await pack();
    await unpack(box.boxId);
    for (const sql of ['DELETE FROM "box_unpacking"', `UPDATE "box_unpacking" SET "reason" = 'y'`])
      expect(await refusal(sql)).toBe('append_only');
  });
});
