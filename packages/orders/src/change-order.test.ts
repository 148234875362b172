import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { receivePayment } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterOrder, cancelOrder, changeAddress, changeQuantities, packBox } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const LATER = new Date('2026-06-07T04:00:00Z');
const { db, close } = await testDatabase(8);
let lotId = '';

beforeAll(async () => {
  await aRi6Shop(db);
  const hanoi = { code: '01', nameVi: 'Hà Nội', nameEn: 'Ha Noi', folded: 'ha noi' };
  await db.province.create({ data: hanoi });
  const ward = { nameVi: 'Ba Đình', nameEn: 'Ba Dinh', folded: 'ba dinh' };
  await db.ward.create({ data: { code: '00004', provinceCode: '01', ...ward } });
  lotId = await aHarvest(db, NOW, 200_000);
});
afterAll(() => close());

/** An order of two boxes: 1,800,000 đồng and 30,000 for delivery. */
async function twoBoxes(method: 'cod' | 'vietqr' = 'cod') {
  const placed = await checkOut(db, NOW, [{ productId: 'pro_box', quantity: 2 }], method);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  return { orderId, lineId: line.id };
}

const reserved = async () => (await db.lotBalance.findUniqueOrThrow({ where: { lotId } })).reservedGrams;

const quantities = (order: { orderId: string; lineId: string }, quantity: number, total: number) =>
  kept(db, (tx) =>
    changeQuantities(tx, at(LATER), {
      orderId: order.orderId,
      lines: [{ lineId: order.lineId, quantity }],
      seenTotal: dong(total),
      byUser: null,
    }),
  );

const elsewhere = (orderId: string, seenTotal: number) =>
  kept(db, (tx) =>
    changeAddress(tx, at(LATER), {
      ...{ orderId, provinceCode: '01', wardCode: '00004', street: 'Số 9', note: 'gọi trước' },
      seenTotal: dong(seenTotal),
      byUser: null,
    }),
  );

const packOne = ({ orderId, lineId }: { orderId: string; lineId: string }) =>
  kept(db, (tx) => packBox(tx, at(LATER), STAFF, { orderId, lineId, lotId, units: 1, grams: 10_000 }));

describe('quantities', () => {
  it('are priced and promised anew once the total was seen, and kept with both totals', async () => {
    const order = await twoBoxes();
    const before = await reserved();
    expect(await quantities(order, 3, 1_830_000)).toMatchObject({
      error: { code: 'total_changed', total: 2_700_000 },
    });
    expect(await quantities(order, 3, 2_700_000)).toMatchObject({ ok: true });
    expect(await reserved()).toBe(before + 10_000);
    expect(await quantities(order, 1, 930_000)).toMatchObject({ ok: true });
    expect(await reserved()).toBe(before - 10_000);
    const { changes, missing, mayChange } = await afterOrder(db, LATER, order.orderId);
    expect(changes).toMatchObject([
      { kind: 'quantity', totalBefore: 1_830_000, totalAfter: 2_700_000, byUser: null },
      { totalBefore: 2_700_000, totalAfter: 930_000 },
    ]);
    expect([missing, mayChange]).toEqual([930_000, true]);
  });

  it('of a paid order: what is less is owed back, what is more waits for money again', async () => {
    const order = await twoBoxes('vietqr');
    const money = { orderId: order.orderId, source: 'staff', into: 'bank', byUser: null } as const;
    const paid = await kept(db, (tx) =>
      receivePayment(tx, at(NOW), { ...money, reference: 'FT1', amount: dong(1_830_000) }),
    );
    expect(paid.ok).toBe(true);
    await quantities(order, 1, 930_000);
    expect(await afterOrder(db, LATER, order.orderId)).toMatchObject({
      missing: 0,
      refunds: [{ amount: 900_000, state: 'due' }],
    });
    await quantities(order, 2, 1_830_000);
    expect(await packOne(order)).toMatchObject({ error: { code: 'not_paid_yet' } });
    const until = await db.reservation.findFirstOrThrow({
      where: { lineId: order.lineId, state: 'active' },
    });
    expect(until.expiresAt).toEqual(new Date('2026-06-08T04:00:00Z'));
  });

  it('beyond what there is are refused, and what was kept stays kept', async () => {
    const order = await twoBoxes();
    const before = await reserved();
    expect(await quantities(order, 400, 360_000_000)).toMatchObject({
      error: { code: 'not_enough_stock', productId: 'pro_box' },
    });
    expect(await reserved()).toBe(before);
  });

  it('and packing wait for each other: whichever is first, the line is never packed beyond itself', async () => {
    const order = await twoBoxes();
    const [changed, packed] = await Promise.all([quantities(order, 1, 930_000), packOne(order)]);
    const line = await db.orderLine.findUniqueOrThrow({ where: { id: order.lineId } });
    expect(packed.ok).toBe(true);
    expect(changed.ok ? line.quantity : changed.error.code).toBe(changed.ok ? 1 : 'already_packing');
    expect(await quantities(order, 2, 1_830_000)).toMatchObject({ ok: false });
  });
});

describe('an address', () => {
  it('elsewhere costs what delivery there does, once that was seen', async () => {
    const { orderId } = await twoBoxes();
    expect(await elsewhere(orderId, 1_830_000)).toMatchObject({
      error: { code: 'total_changed', total: 1_860_000 },
    });
    expect(await elsewhere(orderId, 1_860_000)).toMatchObject({ ok: true });
    expect(await elsewhere(orderId, 1_860_000)).toMatchObject({ error: { code: 'nothing_changed' } });
    const { changes } = await afterOrder(db, LATER, orderId);
    expect(changes).toMatchObject([
      { kind: 'address', before: { street: 'Số 1' }, after: { street: 'Số 9' } },
    ]);
    await expect(db.orderChange.deleteMany({ where: { orderId } })).rejects.toThrow(/append_only/);
  });

  it('stays once a box is packed', async () => {
    const order = await twoBoxes();
    expect((await packOne(order)).ok).toBe(true);
    expect(await elsewhere(order.orderId, 1_860_000)).toMatchObject({ error: { code: 'already_packing' } });
    const cancel = { orderId: order.orderId, byUser: null, why: 'đổi ý' };
    expect(await kept(db, (tx) => cancelOrder(tx, at(LATER), cancel))).toMatchObject({
      error: { code: 'already_packing' },
    });
  });
});
