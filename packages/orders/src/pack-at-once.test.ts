import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PackedUnits, packBox } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase(8);
  await aRi6Shop(test.db);
});
afterEach(() => test.close());

/** An order of some boxes of 10 kg, and what a packer sends to pack one of them out of its lot. */
async function ordered(quantity: number): Promise<Omit<PackedUnits, 'grams'>> {
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const promise = await test.db.reservation.findFirstOrThrow({ where: { line: { orderId } } });
  return { orderId, lineId: promise.lineId ?? '', lotId: promise.lotId, units: 1 };
}

const pack = (box: PackedUnits) => kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box));

describe('two packers at once', () => {
  it('with the last fruit of a lot on two scales: what is there goes into one box, the other waits', async () => {
    const lotId = await aHarvest(test.db, NOW, 21_000);
    const [one, two] = [await ordered(1), await ordered(1)];
    const answers = await Promise.all([one, two].map((box) => pack({ ...box, grams: 11_000 })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toEqual({
      ok: false,
      error: { code: 'lot_too_little', gramsLeft: 10_000 },
    });
    const waiting = answers[0]?.ok ? two : one;
    expect(await pack({ ...waiting, grams: 10_000 })).toMatchObject({ ok: true });
    expect(await test.db.lotBalance.findUnique({ where: { lotId } })).toMatchObject({
      onHandGrams: 0,
      reservedGrams: 0,
    });
  });

  it('with the same box of one order: it is packed once', async () => {
    await aHarvest(test.db, NOW, 40_000);
    const box = { ...(await ordered(1)), grams: 10_000 };
    const answers = await Promise.all([pack(box), pack(box), pack(box)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(refused).toEqual(Array(2).fill({ code: 'order_state', state: 'packed' }));
    expect(await test.db.box.count({ where: { orderId: box.orderId } })).toBe(1);
  });

  it('with two boxes of one order: both are packed, and one of them completes it', async () => {
    await aHarvest(test.db, NOW, 40_000);
    const box = { ...(await ordered(2)), grams: 10_000 };
    const answers = await Promise.all([pack(box), pack(box)]);
    expect(answers.map((answer) => answer.ok && answer.value.orderPacked).sort()).toEqual([false, true]);
    const order = await test.db.order.findUniqueOrThrow({
      where: { id: box.orderId },
      include: { steps: true },
    });
    expect(order.state).toBe('packed');
    expect(order.steps.map((step) => step.toState)).toEqual(['placed', 'packed']);
  });

  it('with fruit promised to others: a box may weigh more only by what is free', async () => {
    await aHarvest(test.db, NOW, 30_500);
    await ordered(2);
    const box = await ordered(1);
    expect(await pack({ ...box, grams: 10_501 })).toEqual({
      ok: false,
      error: { code: 'lot_too_little', gramsLeft: 10_500 },
    });
    expect(await pack({ ...box, grams: 10_500 })).toMatchObject({ ok: true });
  });
});
