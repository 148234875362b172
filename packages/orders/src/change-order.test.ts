import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { receivePayment } from '@baunghe/payments';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  afterOrder,
  cancelOrder,
  changeAddress,
  changeDay,
  changeQuantities,
  changeWishes,
  eraseOldOrders,
  orderView,
  packBox,
  wishChoices,
} from './index.ts';
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
  lotId = await aHarvest(db, NOW, 400_000);
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

const BY_STAFF = { byUser: STAFF.userId, why: 'khách gọi' };

/** An order of two boxes and three kilograms: 2,100,000 đồng, delivery free. */
async function twoLines() {
  const cart = [
    { productId: 'pro_box', quantity: 2 },
    { productId: 'pro_kg', quantity: 3 },
  ];
  const placed = await checkOut(db, NOW, cart);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId, total } = placed.value;
  const [box, kilos] = await db.orderLine.findMany({ where: { orderId }, orderBy: { position: 'asc' } });
  return { orderId, total, box: box?.id ?? '', kilos: kilos?.id ?? '' };
}

const staffWant = (orderId: string, lines: { lineId: string; quantity: number }[], total: number) =>
  kept(db, (tx) => changeQuantities(tx, at(LATER), { orderId, lines, seenTotal: dong(total), ...BY_STAFF }));

const keptOf = async (lineId: string) => {
  const where = { lineId, state: 'active' } as const;
  return (await db.reservation.aggregate({ where, _sum: { grams: true } }))._sum.grams ?? 0;
};

describe('a line taken out by the cooperative', () => {
  it('costs and keeps nothing any more, is packed no more, and stays in the story with its reason', async () => {
    const { orderId, box, kilos } = await twoLines();
    const before = await reserved();
    const out = [{ lineId: kilos, quantity: 0 }];
    expect(await staffWant(orderId, out, 1_830_000)).toEqual({ ok: true, value: { total: 1_830_000 } });
    expect([await reserved(), await keptOf(kilos), await keptOf(box)]).toEqual([before - 3000, 0, 20_000]);
    const view = await orderView(db, { id: orderId });
    expect(view).toMatchObject({ total: 1_830_000, lines: [{ id: box, quantity: 2 }] });
    expect(await packOne({ orderId, lineId: kilos })).toMatchObject({ error: { code: 'line_unknown' } });
    const all = [{ lineId: box, quantity: 0 }];
    expect(await staffWant(orderId, all, 0)).toMatchObject({ error: { code: 'nothing_left' } });
    expect(await db.orderChange.findMany({ where: { orderId } })).toMatchObject([
      { kind: 'quantity', before: { [kilos]: 3 }, after: { [kilos]: 0 }, ...BY_STAFF },
    ]);
    const silent = db.$executeRaw`
      INSERT INTO "order_change" ("orderId", "kind", "before", "after", "totalBefore", "totalAfter", "at", "byUser")
      VALUES (${orderId}, 'address', '{}', '{}', 1, 1, now(), 'usr_1')`;
    await expect(silent).rejects.toThrow(/order_change_why/);
    for (let n = 0; n < 2; n++) await packOne({ orderId, lineId: box });
    expect(await orderView(db, { id: orderId })).toMatchObject({ state: 'packed' });
  });

  it('of two changes at once and a box at the table, each is whole or refused', async () => {
    const { orderId, box, kilos } = await twoLines();
    const [more, fewer, packed] = await Promise.all([
      staffWant(orderId, [{ lineId: box, quantity: 3 }], 3_000_000),
      staffWant(orderId, [{ lineId: kilos, quantity: 0 }], 1_830_000),
      packOne({ orderId, lineId: box }),
    ]);
    const line = async (id: string) => (await db.orderLine.findUniqueOrThrow({ where: { id } })).quantity;
    expect([more.ok, fewer.ok].filter(Boolean).length).toBeLessThan(2);
    expect([await line(box), await line(kilos)]).toEqual([more.ok ? 3 : 2, fewer.ok ? 0 : 3]);
    expect(packed.ok).toBe(true);
    expect(await keptOf(box)).toBe(((await line(box)) - 1) * 10_000);
    expect(await keptOf(kilos)).toBe((await line(kilos)) * 1000);
  });

  it('whatever is changed one after another, as much is kept as is wanted, and it costs what that costs', async () => {
    const { orderId, box, kilos } = await twoLines();
    const wish = fc.record({ box: fc.integer({ min: 0, max: 3 }), kilos: fc.integer({ min: 0, max: 4 }) });
    await fc.assert(
      fc.asyncProperty(wish, async (wanted) => {
        const lines = [
          { lineId: box, quantity: wanted.box },
          { lineId: kilos, quantity: wanted.kilos },
        ];
        const asked = await staffWant(orderId, lines, 0);
        if (!asked.ok && asked.error.code === 'total_changed')
          expect(await staffWant(orderId, lines, asked.error.total)).toMatchObject({ ok: true });
        const now = await orderView(db, { id: orderId });
        const units = (id: string) => now?.lines.find((each) => each.id === id)?.quantity ?? 0;
        expect([await keptOf(box), await keptOf(kilos)]).toEqual([units(box) * 10_000, units(kilos) * 1000]);
        expect(now?.goods).toBe(units(box) * 900_000 + units(kilos) * 100_000);
        expect((await afterOrder(db, LATER, orderId)).missing).toBe(now?.total);
      }),
      { numRuns: 6 },
    );
  });
});

describe('an order paid by card', () => {
  it('may cost less and its fruit stays kept without end; more than the card was asked for is refused', async () => {
    const placed = await checkOut(db, NOW, [{ productId: 'pro_box', quantity: 2 }], 'card');
    if (!placed.ok) throw new Error(placed.error.code);
    const { orderId } = placed.value;
    const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } });
    await db.reservation.updateMany({ where: { lineId }, data: { expiresAt: null } });
    const most = { error: { code: 'over_card_sum', most: 1_830_000 } };
    expect(await quantities({ orderId, lineId }, 3, 2_700_000)).toMatchObject(most);
    expect(await elsewhere(orderId, 1_860_000)).toMatchObject(most);
    expect(await quantities({ orderId, lineId }, 1, 930_000)).toMatchObject({ ok: true });
    const still = await db.reservation.findFirstOrThrow({ where: { lineId, state: 'active' } });
    expect([still.grams, still.expiresAt]).toEqual([10_000, null]);
  });
});

describe('a day and wishes', () => {
  const NOBODY = { ripeness: null, gift: null, invoice: null };
  const INVOICE = { company: 'Công ty thử', taxCode: '0000000017', address: 'Số 1', email: 'a@example.com' };

  it('are changed until a box is packed: a day to one that is offered, the rest as it is sent', async () => {
    await db.variety.update({ where: { code: 'RI6' }, data: { ripens: true } });
    const order = await twoBoxes();
    const { orderId } = order;
    const day = (leaveOn: Date) =>
      kept(db, (tx) => changeDay(tx, at(LATER), { orderId, leaveOn, byUser: null }));
    const { days, ripens } = await wishChoices(db, LATER, orderId);
    expect([days.length, ripens]).toEqual([5, true]);
    expect(await day(new Date('2026-07-01'))).toMatchObject({ error: { code: 'day_gone' } });
    expect(await day(new Date('2026-06-09'))).toEqual({ ok: true, value: null });
    expect(await day(new Date('2026-06-09'))).toMatchObject({ error: { code: 'nothing_changed' } });
    const gift = { note: 'Chúc mừng', noPrices: true, recipient: null };
    const wish = (wished: object) =>
      kept(db, (tx) => changeWishes(tx, at(LATER), { orderId, ...NOBODY, ...wished, byUser: null }));
    expect(await wish({ ripeness: 'eat_now', gift })).toMatchObject({ ok: true });
    expect(await wish({ ripeness: 'eat_now', gift })).toMatchObject({ error: { code: 'nothing_changed' } });
    expect(await wish({ ripeness: 'eat_now', invoice: INVOICE })).toMatchObject({ ok: true });
    expect(await orderView(db, { id: orderId })).toMatchObject({
      ...{ total: 1_830_000, ripeness: 'eat_now', gift: null, invoice: INVOICE },
      day: { leaveOn: new Date('2026-06-09'), arriveOn: new Date('2026-06-10') },
    });
    const { changes } = await afterOrder(db, LATER, orderId);
    expect(changes.map(({ kind }) => kind)).toEqual(['day', 'ripeness', 'gift', 'gift', 'invoice']);
    expect(changes[0]).toMatchObject({ before: { leaveOn: '2026-06-07' }, after: { leaveOn: '2026-06-09' } });
    expect((await packOne(order)).ok).toBe(true);
    expect(await day(new Date('2026-06-08'))).toMatchObject({ error: { code: 'already_packing' } });
    expect(await wish({})).toMatchObject({ error: { code: 'already_packing' } });
  });

  it('leave no word of anybody in the changes once the order is erased', async () => {
    const { orderId } = await twoBoxes();
    await elsewhere(orderId, 1_860_000);
    await kept(db, (tx) => cancelOrder(tx, at(LATER), { orderId, byUser: null, why: 'đổi ý' }));
    await expect(db.$executeRaw`UPDATE "order_change" SET "before" = '{}'`).rejects.toThrow(/append_only/);
    const years = new Date(LATER);
    years.setUTCFullYear(years.getUTCFullYear() + 4);
    expect(await db.$transaction((tx) => eraseOldOrders(tx, at(years)))).toBeGreaterThan(0);
    const told = await db.orderChange.findMany({ where: { orderId }, select: { before: true, after: true } });
    expect(told).toEqual([{ before: {}, after: {} }]);
  });
});
