import type { Database } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { trialBalance } from '@baunghe/payments';
import { eventsAbout, historyOfBox } from '@baunghe/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeed, type Deed, FULL_DAY, History } from './history.builders.ts';
import { aRi6Shop } from './shop.builders.ts';

async function stockHolds(db: Database): Promise<void> {
  const lots = await db.lot.findMany({ include: { balance: true, moves: true, reservations: true } });
  for (const { balance, moves, reservations } of lots) {
    const active = reservations.filter((promise) => promise.state === 'active');
    const [onHandGrams, reservedGrams] = [sum(moves), sum(active)];
    expect(balance).toMatchObject({ onHandGrams, reservedGrams });
    expect(0 <= reservedGrams && reservedGrams <= onHandGrams).toBe(true);
  }
}

/** What is not packed of a placed order is promised to it to the gram; to any other order, nothing. */
async function promisesHold(db: Database): Promise<void> {
  const lines = await db.orderLine.findMany({
    include: { order: true, boxes: true, reservations: { where: { state: 'active' } } },
  });
  for (const { order, boxes, reservations, quantity, unitGrams } of lines) {
    const packed = boxes.reduce((units, box) => units + box.units, 0);
    const open = order.state === 'placed' ? (quantity - packed) * unitGrams : 0;
    expect(sum(reservations)).toBe(open);
    if (order.state !== 'placed' && order.state !== 'cancelled') expect(packed).toBe(quantity);
    if (order.state === 'cancelled') expect(packed).toBe(0);
  }
}

async function moneyHolds(db: Database): Promise<void> {
  const journals = await db.journal.findMany({ include: { postings: true } });
  for (const { postings } of journals) expect(dongOf(postings)).toBe(0n);
  expect(dongOf(await trialBalance(db))).toBe(0n);
  const owed = await db.order.findMany({ include: { payment: true } });
  const sent = owed.filter(({ state }) => state === 'shipped' || state === 'delivered');
  const total = (orders: typeof owed) => orders.reduce((dong, order) => dong + order.totalDong, 0n);
  const came = owed.reduce((dong, { payment }) => dong + (payment?.receivedDong ?? 0n), 0n);
  for (const { payment, totalDong } of owed) {
    if (payment?.state === 'received')
      expect(payment).toMatchObject({ receivedDong: totalDong, refundDong: 0n });
    // What was paid for an order that is no more is owed back, all of it.
    if (payment?.state === 'cancelled') expect(payment.refundDong).toBe(payment.receivedDong);
  }
  const buyers = (await trialBalance(db)).find(({ account }) => account === 'buyers');
  expect(buyers?.dong ?? 0n).toBe(total(sent) - came);
}

/** Each box leads back to its tree and forward to its order, and each harvest forward to all its boxes. */
async function fruitIsTraced(db: Database): Promise<void> {
  const boxes = await db.box.findMany({
    include: { move: true, order: true, lot: { include: { harvest: { include: { plot: true } } } } },
  });
  for (const box of boxes) {
    expect(box.move).toMatchObject({ kind: 'pack', lotId: box.lotId, grams: -box.grams });
    expect(box.lot.harvest.plot.memberId).toBe('mem_1');
    const steps = await historyOfBox(db, { boxId: box.id, harvestId: box.lot.harvestId });
    const left = ['shipped', 'delivered'].includes(box.order.state) ? ['loading', 'shipping'] : [];
    expect(steps.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'packing', ...left]);
    expect(steps[1]?.id).toBe(box.packEventId);
  }
  for (const lot of await db.lot.findMany({ include: { boxes: true } })) {
    const forward = await eventsAbout(db, [{ subject: 'lot', id: lot.id }]);
    const packed = forward.filter(({ bizStep }) => bizStep === 'packing').map(({ id }) => id);
    expect(packed.sort()).toEqual(lot.boxes.map((box) => box.packEventId).sort());
  }
}

function sum(rows: { grams: number }[]): number {
  return rows.reduce((grams, row) => grams + row.grams, 0);
}

function dongOf(rows: { dong: bigint }[]): bigint {
  return rows.reduce((dong, row) => dong + row.dong, 0n);
}

/** Lives through deeds on a database of its own, looking after each. Returns what each deed came to. */
async function live(deeds: readonly Deed[]): Promise<string[]> {
  const { db, close } = await testDatabase(2);
  try {
    await aRi6Shop(db);
    const history = new History(db);
    const said: string[] = [];
    for (const deed of deeds) {
      said.push(`${deed.deed}: ${await history.live(deed)}`);
      await stockHolds(db);
      await promisesHold(db);
      await moneyHolds(db);
    }
    await fruitIsTraced(db);
    return said;
  } finally {
    await close();
  }
}

describe('whatever happens in whatever order', () => {
  it('stock, promises, money and trace agree after every deed', { timeout: 120_000 }, async () => {
    const deeds = fc.array(anyDeed, { minLength: 15, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(deeds, (history) => live(history).then(() => undefined)),
      // A history takes a second or two: the one that fails is told before time is over, and not made smaller.
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('and on a day on which everything happens', async () => {
    expect(await live(FULL_DAY)).toEqual([
      'harvest: done',
      'place: done',
      'place: done',
      'place: done',
      'place: not_enough_stock',
      'harvest: done',
      'pack: not_paid_yet',
      'pay: done',
      'pay: done',
      'pack: done',
      'cancel: already_packing',
      'pack: done',
      'pack: weight_out_of_range',
      'pack: done',
      'pack: done',
      'ship: done',
      'ship: done',
      'deliver: done',
      'deliver: order_state',
      'place: done',
      'cancel: done',
      'wait: cancelled the late',
      'pay: payment_cancelled',
    ]);
  });
});
