import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { receivePayment, trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverOrder, orderView, packBox, type ReturnMoney, shipOrder, takeBack } from './index.ts';
import { shareOfBox } from './money-of-return.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const BOX = 900_000;

let test: TestDatabase;
let lotId: string;

beforeAll(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  lotId = await aHarvest(test.db, NOW, 200_000);
});
afterAll(() => test.close());

/** Two boxes that are on their way, each packed on its own. Returns the order's id and the boxes'. */
async function sent(method: 'cod' | 'vietqr') {
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity: 2 }], method);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId, code, total } = placed.value;
  if (method === 'vietqr') {
    const money = { orderId, source: 'staff', reference: code, amount: total, into: 'bank' } as const;
    await kept(test.db, (tx) => receivePayment(tx, at(NOW), { ...money, byUser: null }));
  }
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const boxIds: string[] = [];
  for (const grams of [10_000, 10_500]) {
    const box = { orderId, lineId: line.id, lotId, units: 1, grams };
    const packed = await kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box));
    if (!packed.ok) throw new Error(packed.error.code);
    boxIds.push(packed.value.boxId);
  }
  await kept(test.db, (tx) => shipOrder(tx, at(NOW), STAFF, { orderId, carrier: 'Xe nhà', tracking: null }));
  return { orderId, boxIds, total };
}

const back = (boxId: string | undefined, money: ReturnMoney) =>
  kept(test.db, (tx) =>
    takeBack(tx, at(NOW), STAFF, {
      ...{ boxId: boxId ?? '', grams: 9_000, outcome: 'destroyed', reason: 'khách không nhận', photo: null },
      money,
    }),
  );

const anEvent = async () => (await test.db.traceEvent.findFirstOrThrow({ select: { id: true } })).id;
const paymentOf = (orderId: string) =>
  test.db.payment.findUniqueOrThrow({ where: { orderId }, include: { refunds: true } });

it('owes a box back that was paid, and a part of another, never more than what is left', async () => {
  const { orderId, boxIds, total } = await sent('vietqr');
  expect(await back(boxIds[0], { kind: 'share' })).toMatchObject({ ok: true });
  expect(await paymentOf(orderId)).toMatchObject({
    amountDong: BigInt(total - BOX),
    refunds: [{ amountDong: BigInt(BOX), reason: 'returned', state: 'due' }],
  });
  const most = total - BOX;
  const greedy = { kind: 'part', amount: dong(most + 1), why: 'dập' } as const;
  expect(await back(boxIds[1], greedy)).toEqual({ ok: false, error: { code: 'refund_too_much', most } });
  expect(await back(boxIds[1], { ...greedy, amount: dong(100_000) })).toMatchObject({ ok: true });
  const view = await orderView(test.db, { id: orderId });
  expect(view?.boxes).toMatchObject([
    { share: BOX, returned: { owed: BOX, owedWhy: null } },
    { share: BOX, returned: { owed: 100_000, owedWhy: 'dập' } },
  ]);
  expect((await paymentOf(orderId)).refunds.map(({ amountDong }) => amountDong)).toEqual([
    900_000n,
    100_000n,
  ]);
  expect((await trialBalance(test.db)).reduce((sum, { dong: side }) => sum + side, 0n)).toBe(0n);
});

it('lets the carrier collect less for a box that was not accepted, and nothing where none was', async () => {
  const { orderId, boxIds, total } = await sent('cod');
  expect(await back(boxIds[0], { kind: 'share' })).toMatchObject({ ok: true });
  expect(await paymentOf(orderId)).toMatchObject({ amountDong: BigInt(total - BOX), refunds: [] });
  await kept(test.db, (tx) => deliverOrder(tx, at(NOW), STAFF, orderId));
  expect(await paymentOf(orderId)).toMatchObject({ receivedDong: BigInt(total - BOX), state: 'received' });
  const none = await sent('cod');
  const all = { kind: 'part', amount: dong(none.total - BOX), why: 'gồm phí giao' } as const;
  expect(await back(none.boxIds[0], { kind: 'share' })).toMatchObject({ ok: true });
  expect(await back(none.boxIds[1], all)).toMatchObject({ ok: true });
  expect(await paymentOf(none.orderId)).toMatchObject({ amountDong: 0n, state: 'received' });
  expect(await kept(test.db, (tx) => deliverOrder(tx, at(NOW), STAFF, none.orderId))).toMatchObject({
    ok: true,
  });
});

it('owes what delivery cost once, however many boxes come back, also by the database', async () => {
  const { orderId, boxIds, total } = await sent('vietqr');
  const delivery = total - 2 * BOX;
  const more = (amount: number) => ({ kind: 'part', amount: dong(amount), why: 'gồm phí giao' }) as const;
  expect(await back(boxIds[0], more(BOX + delivery - 5_000))).toMatchObject({ ok: true });
  expect(await back(boxIds[1], more(BOX + 5_001))).toEqual({
    ...{ ok: false, error: { code: 'refund_too_much', most: BOX + 5_000 } },
  });
  const [eventId, at_] = [await anEvent(), NOW];
  const forged = {
    id: 'ret_x',
    boxId: boxIds[1] ?? '',
    grams: 1,
    outcome: 'destroyed',
    reason: 'x',
  } as const;
  const row = { ...forged, owedDong: BigInt(BOX + 5_001), owedWhy: 'x', eventId, at: at_, byUser: 'usr_1' };
  await expect(test.db.boxReturn.create({ data: row })).rejects.toThrow('delivery_owed_once');
  expect(await back(boxIds[1], more(BOX + 5_000))).toMatchObject({ ok: true });
  expect((await paymentOf(orderId)).amountDong).toBe(0n);
});

it('keeps the money where nothing is owed, with the reason', async () => {
  const { orderId, boxIds, total } = await sent('cod');
  expect(await back(boxIds[0], { kind: 'none', why: 'hư do khách để lâu' })).toMatchObject({ ok: true });
  expect((await paymentOf(orderId)).amountDong).toBe(BigInt(total));
  const [box] = (await orderView(test.db, { id: orderId }))?.boxes ?? [];
  expect(box?.returned).toMatchObject({ owed: 0, owedWhy: 'hư do khách để lâu' });
});

it('reckons a share by weight and less what the order was let off', () => {
  const order = { goodsDong: 1_000_000n, discountDong: 100_000n };
  const weighed = { units: 2, grams: 4_200, line: { unitPriceDong: 95_000n, mostGrams: 3000 } };
  expect(shareOfBox({ ...weighed, order: { ...order, discountDong: 0n } })).toBe(399_000);
  expect(shareOfBox({ ...weighed, order })).toBe(359_100);
});
