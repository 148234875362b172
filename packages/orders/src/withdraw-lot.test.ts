import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endWithdrawal, lotStory, packBox, shipOrder, withdrawLot } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const LATER = new Date('2026-06-08T02:00:00Z');
const CART = [{ productId: 'pro_box', quantity: 1 }];

let test: TestDatabase;
let lotId: string;
let batch: string;
beforeEach(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  lotId = await aHarvest(test.db, NOW, 100_000);
  batch = (await test.db.lot.findUniqueOrThrow({ where: { id: lotId } })).batch;
});
afterEach(() => test.close());

const withdraw = (reason = 'Dư lượng') =>
  kept(test.db, (tx) => withdrawLot(tx, at(NOW), STAFF, { batch, reason }));
const end = () =>
  kept(test.db, (tx) => endWithdrawal(tx, at(LATER), STAFF, { batch, reason: 'Kiểm lại đạt' }));
const held = async () => (await test.db.lot.findUniqueOrThrow({ where: { id: lotId } })).heldReason;
const events = async () =>
  (await test.db.traceEvent.findMany({ orderBy: { position: 'asc' } })).map(({ bizStep }) => bizStep);

/** Which constraint refuses a statement. */
const refusal = (sql: string) =>
  test.db.$executeRawUnsafe(sql).then(
    () => 'taken',
    (error: unknown) => refusalOf(error)?.constraint,
  );

describe('a lot that is called back', () => {
  it('is held and not sold from that moment, and told in its story and to the trace', async () => {
    expect(await withdraw()).toEqual({ ok: true, value: undefined });
    expect(await held()).toBe('RECALL Dư lượng');
    expect(await checkOut(test.db, NOW, CART)).toMatchObject({ error: { code: 'not_enough_stock' } });
    const story = await lotStory(test.db, { gtin: '99521234001006', batch });
    expect(story?.origin.withdrawn).toEqual({ since: NOW, reason: 'Dư lượng' });
    expect(story?.events.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'holding']);
  });

  it('keeps boxes that are packed from it from leaving, until that ends', async () => {
    const placed = await checkOut(test.db, NOW, CART);
    if (!placed.ok) throw new Error(placed.error.code);
    const { orderId } = placed.value;
    const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
    const box = { orderId, lineId: line.id, lotId, units: 1, grams: 10_100 };
    expect(await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box))).toMatchObject({ ok: true });
    await withdraw();
    const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
    const ship = () => kept(test.db, (tx) => shipOrder(tx, at(LATER), STAFF, shipping));
    expect(await ship()).toEqual({ ok: false, error: { code: 'box_called_back', batch } });
    await end();
    expect(await ship()).toMatchObject({ ok: true });
  });

  it('is free again when that ends, and may be called back once more', async () => {
    await withdraw();
    expect(await end()).toEqual({ ok: true, value: undefined });
    expect(await held()).toBeNull();
    expect(await checkOut(test.db, NOW, CART)).toMatchObject({ ok: true });
    expect(await withdraw('Lần hai')).toMatchObject({ ok: true });
    expect(await events()).toEqual(['commissioning', 'holding', 'inspecting', 'holding']);
  });

  it('stays held for its interval when that ends (4)', async () => {
    await test.db.lot.update({ where: { id: lotId }, data: { heldReason: 'PHI X' } });
    await withdraw();
    expect(await held()).toBe('PHI X');
    await end();
    expect(await held()).toBe('PHI X');
  });

  it('is called back once at a time, also by two managers at once', async () => {
    const both = await Promise.all([withdraw('Một'), withdraw('Hai')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'lot_withdrawn', since: NOW } });
    expect((await events()).filter((step) => step === 'holding')).toHaveLength(1);
  });

  it('is refused for what is no lot, and ended only where it is', async () => {
    const other = { batch: 'NOSUCH', reason: 'x' };
    const unknown = { ok: false, error: { code: 'lot_unknown' } };
    expect(await kept(test.db, (tx) => withdrawLot(tx, at(NOW), STAFF, other))).toEqual(unknown);
    expect(await kept(test.db, (tx) => endWithdrawal(tx, at(NOW), STAFF, other))).toEqual(unknown);
    expect(await end()).toMatchObject({ error: { code: 'lot_not_withdrawn' } });
  });

  it('is kept so by the database', async () => {
    await withdraw();
    const row = (act: string, reason = 'x', holds = false) =>
      `INSERT INTO "lot_withdrawal" ("lotId", "act", "reason", "holds", "at", "byUser")
       VALUES ('${lotId}', '${act}', '${reason}', ${holds}, now(), 'usr_1')`;
    expect(await refusal(row('withdraw'))).toBe('lot_withdrawal_takes_turns');
    expect(await refusal(row('end', ''))).toBe('lot_withdrawal_says_why');
    expect(await refusal(row('end', 'x', true))).toBe('lot_withdrawal_end_holds_nothing');
    expect(await refusal(`UPDATE "lot" SET "heldReason" = NULL WHERE "id" = '${lotId}'`)).toBe(
      'withdrawn_lot_is_held',
    );
    for (const sql of ['DELETE FROM "lot_withdrawal"', `UPDATE "lot_withdrawal" SET "reason" = 'y'`])
      expect(await refusal(sql)).toBe('append_only');
    const unheld = await aHarvest(test.db, NOW, 1000);
    expect(await refusal(row('withdraw').replace(lotId, unheld))).toBe('withdrawn_lot_is_held');
  });
});
