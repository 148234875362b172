import { plusDays, refusalOf, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  askErasure,
  cancelOrder,
  changeAddress,
  changeQuantities,
  closeDays,
  eraseOldOrders,
  keepArea,
  orderData,
  orderView,
  placeOrder,
  priceCart,
  removeArea,
  type Wishes,
} from '../index.ts';
import { aHarvest, aRi6Shop, at, kept, STAFF } from '../shop.builders.ts';
import { dayKey, deliveryDays } from './delivery-days.ts';
import { type FeeRule, feeOfArea } from './fee-of-area.ts';

/** A Sunday, nine in the morning in Vietnam. */
const NOW = new Date('2026-06-07T02:00:00Z');
const BY_WEIGHT: FeeRule = {
  steps: [
    { upToGrams: 5000, fee: dong(40_000) },
    { upToGrams: 20_000, fee: dong(90_000) },
  ],
  beyond: null,
  freeFrom: dong(3_000_000),
};
const NORTH = {
  ...{ id: null, nameVi: 'Miền Bắc', nameEn: 'The north', nameZh: null, position: 2 },
  ...{ leaveDays: [2, 5], cutOffHour: 10, daysFrom: 2, daysTo: 3, provinceCodes: ['01'] },
  ...BY_WEIGHT,
};
const INVOICE = {
  company: 'Công ty thử',
  taxCode: '0000000017',
  address: 'Số 1',
  email: 'ke.toan@example.com',
};

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase(2);
  await aRi6Shop(test.db);
  await test.db.variety.update({ where: { code: 'RI6' }, data: { ripens: true } });
  const place = { nameVi: 'Hà Nội', nameEn: 'Hanoi', folded: 'ha noi' };
  await test.db.province.create({ data: { code: '01', ...place } });
  await test.db.ward.create({ data: { code: '00004', provinceCode: '01', ...place } });
  await aHarvest(test.db, NOW, 500_000);
  await test.db.deliveryProvince.delete({ where: { provinceCode: '01' } });
});
afterAll(() => test.close());

const HANOI = { provinceCode: '01', wardCode: '00004', street: 'Số 1', note: null };
const HOME = { ...HANOI, provinceCode: '75', wardCode: '25217' };

async function order(quantity: number, where = HANOI, wishes: Wishes = {}) {
  const lines = [{ productId: 'pro_kg', quantity }];
  const { total } = await priceCart(test.db, NOW, lines, where.provinceCode);
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', locale: 'vi', method: 'cod' as const };
  return kept(test.db, (tx) =>
    placeOrder(tx, at(NOW), { ...buyer, ...where, lines, seenTotal: total, wishes }),
  );
}

async function placed(quantity: number, where = HANOI, wishes: Wishes = {}) {
  const done = await order(quantity, where, wishes);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const refusal = (sql: string) =>
  test.db.$executeRawUnsafe(sql).then(
    () => 'taken',
    (error: unknown) => refusalOf(error)?.constraint,
  );

it('charges by the first step that holds the weight, never less for more, and nothing from a sum on', () => {
  const fees = fc.uniqueArray(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 6 });
  const load = fc.integer({ min: 1, max: 60_000 });
  fc.assert(
    fc.property(fees, fees, load, load, fc.boolean(), (weights, prices, a, b, open) => {
      const up = (of: number[]) => [...of].sort((x, y) => x - y);
      const count = Math.min(weights.length, prices.length);
      const [ups, costs] = [up(weights).slice(0, count), up(prices).slice(0, count)];
      const steps = ups.map((upToGrams, i) => ({ upToGrams, fee: dong(costs[i] ?? 0) }));
      const rule = { steps, beyond: open ? dong(60_000) : null, freeFrom: dong(1_000_000) };
      const fee = (grams: number, goods = 0) => feeOfArea(rule, { goods: dong(goods), grams });
      const [light, heavy] = [fee(Math.min(a, b)), fee(Math.max(a, b))];
      if (heavy === null) expect([open, Math.max(a, b) > (ups.at(-1) ?? 0)]).toEqual([false, true]);
      else expect(light).toBeLessThanOrEqual(heavy);
      for (const { upToGrams, fee: cost } of steps) expect(fee(upToGrams)).toBe(cost);
      expect(fee(a, 1_000_000)).toBe(fee(a) === null ? null : 0);
    }),
    { numRuns: 60 },
  );
});

it('offers only leaving days ahead, before the hour, around which nothing is closed', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const small = fc.integer({ min: 0, max: 4 });
  const hours = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(days, small, small, hours, fc.uniqueArray(small), (leaveDays, from, more, hour, shut) => {
      const now = new Date(NOW.getTime() + hour * 3_600_000);
      const today = vietnamDay(now);
      const closed = new Set(shut.map((day) => dayKey(plusDays(today, day))));
      const rule = { leaveDays, cutOffHour: 14, daysFrom: from, daysTo: from + more };
      const offered = deliveryDays(rule, closed, now);
      expect(offered).toHaveLength(5);
      const late = new Date(now.getTime() + 7 * 3_600_000).getUTCHours() >= 14;
      for (const { leaveOn, arriveFrom, arriveOn } of offered) {
        expect(leaveDays).toContain(leaveOn.getUTCDay() || 7);
        expect(leaveOn.getTime()).toBeGreaterThanOrEqual(plusDays(today, late ? 1 : 0).getTime());
        expect([arriveFrom, arriveOn]).toEqual([plusDays(leaveOn, from), plusDays(leaveOn, from + more)]);
        for (let day = arriveFrom; day <= arriveOn; day = plusDays(day, 1))
          expect([...closed]).not.toContain(dayKey(day));
      }
    }),
    { numRuns: 40 },
  );
});

it('does not deliver to a province of no area, nor what is heavier than an area takes', async () => {
  expect(await priceCart(test.db, NOW, [{ productId: 'pro_kg', quantity: 1 }], '01')).toMatchObject({
    notSent: 'not_delivered',
    delivery: 0,
  });
  expect(await order(1)).toMatchObject({ ok: false, error: { code: 'not_delivered' } });
  expect(await kept(test.db, (tx) => keepArea(tx, at(NOW), STAFF, NORTH))).toMatchObject({ ok: true });
  expect(await order(21)).toMatchObject({ ok: false, error: { code: 'too_heavy' } });
  const unknown = await priceCart(test.db, NOW, [{ productId: 'pro_kg', quantity: 6 }], null);
  expect(unknown).toMatchObject({ delivery: 90_000, deliveryFrom: 30_000, days: [], ripens: true });
  expect(unknown.goodUntil).toEqual(new Date('2026-06-15'));
});

it('keeps the day that was chosen, or the soonest, and refuses one that is not offered', async () => {
  await kept(test.db, async (tx) =>
    closeDays(tx, STAFF, { from: new Date('2026-06-11'), to: new Date('2026-06-11'), why: 'Tết' }),
  );
  const soonest = await placed(6);
  // Tuesday would arrive on closed Thursday, so Friday is the first.
  expect(await orderView(test.db, { code: soonest.code })).toMatchObject({
    delivery: 90_000,
    day: {
      leaveOn: new Date('2026-06-12'),
      arriveFrom: new Date('2026-06-14'),
      arriveOn: new Date('2026-06-15'),
    },
  });
  const later = await placed(1, HANOI, { leaveOn: new Date('2026-06-16') });
  expect(await orderView(test.db, { code: later.code })).toMatchObject({
    day: { leaveOn: new Date('2026-06-16') },
  });
  const gone = await order(1, HANOI, { leaveOn: new Date('2026-06-10') });
  expect(gone).toMatchObject({ ok: false, error: { code: 'day_gone' } });
});

it('leaves orders at what they were charged when fees change', async () => {
  const { orderId, code } = await placed(2);
  const [line] = await test.db.orderLine.findMany({ where: { orderId } });
  const [area] = await test.db.deliveryArea.findMany({ where: { nameEn: 'The north' } });
  const id = area?.id ?? '';
  const dearer = { ...NORTH, id, steps: [{ upToGrams: 5000, fee: dong(70_000) }], beyond: dong(100_000) };
  expect(await kept(test.db, (tx) => keepArea(tx, at(NOW), STAFF, dearer))).toMatchObject({ ok: true });
  expect(await orderView(test.db, { code })).toMatchObject({ delivery: 40_000, total: 240_000 });
  const to = (quantity: number, seenTotal: number) =>
    kept(test.db, (tx) =>
      changeQuantities(tx, at(NOW), {
        ...{ orderId, byUser: null, seenTotal: dong(seenTotal) },
        lines: [{ lineId: line?.id ?? '', quantity }],
      }),
    );
  expect(await to(3, 340_000)).toMatchObject({ ok: true });
  expect(await to(6, 640_000)).toMatchObject({ error: { code: 'total_changed', total: 700_000 } });
  const home = { ...HOME, orderId, byUser: null, seenTotal: dong(330_000) };
  expect(await kept(test.db, (tx) => changeAddress(tx, at(NOW), home))).toMatchObject({ ok: true });
  expect(await orderView(test.db, { code })).toMatchObject({ day: { leaveOn: new Date('2026-06-07') } });
  expect(await kept(test.db, (tx) => keepArea(tx, at(NOW), STAFF, { ...NORTH, id }))).toMatchObject({
    ok: true,
  });
});

it('refuses areas that contradict each other, in the room and in the database', async () => {
  const keep = (entry: Partial<Parameters<typeof keepArea>[3]>) =>
    kept(test.db, (tx) => keepArea(tx, at(NOW), STAFF, { ...NORTH, provinceCodes: [], ...entry }));
  expect(await keep({ provinceCodes: ['75'] })).toMatchObject({
    error: { code: 'province_taken', placeVi: 'Đồng Nai', areaVi: 'Trong Đồng Nai' },
  });
  expect(await keep({ provinceCodes: ['99'] })).toMatchObject({ error: { code: 'province_unknown' } });
  expect(await keep({ steps: [] })).toMatchObject({ error: { code: 'fee_missing' } });
  expect(await keep({ beyond: dong(1) })).toMatchObject({ error: { code: 'steps_descend' } });
  expect(await keep({ id: 'dar_none' })).toMatchObject({ error: { code: 'area_unknown' } });
  expect(await kept(test.db, (tx) => removeArea(tx, 'dar_none'))).toMatchObject({ ok: false });
  const province = `INSERT INTO "delivery_province" VALUES ('75', 'dar_elsewhere')`;
  const step = (grams: number, fee: number) =>
    `INSERT INTO "delivery_step" VALUES ('dar_home', ${grams}, ${fee})`;
  expect(await refusal(province)).toBe('delivery_province_pkey');
  expect(await refusal(step(1000, -1))).toBe('delivery_step_fee');
  expect(await refusal(step(1000, 30_001))).toBe('delivery_fees_ascend');
  expect(await refusal(`UPDATE "delivery_area" SET "beyondDong" = NULL WHERE "id" = 'dar_home'`)).toBe(
    'delivery_area_has_fee',
  );
  expect(await refusal(`UPDATE "delivery_area" SET "leaveDays" = '{8}'`)).toBe('delivery_area_leave_days');
});

it('keeps a present, a wish and whom to bill, tells them to their buyer and erases them', async () => {
  const recipient = { name: 'Người nhận thử', phone: '+84900000098' };
  const wishes: Wishes = {
    ripeness: 'in_days',
    gift: { note: 'Chúc mừng năm mới', noPrices: true, recipient },
    invoice: INVOICE,
  };
  const { orderId, code } = await placed(1, HOME, wishes);
  expect(await orderView(test.db, { code })).toMatchObject(wishes);
  const told = await orderData(test.db, code);
  expect(told.ok && told.value.order).toMatchObject({
    gift: { recipientName: recipient.name },
    invoice: INVOICE,
  });
  const cancel = { orderId, byUser: 'usr_1', why: 'thử' };
  await kept(test.db, (tx) => cancelOrder(tx, at(NOW), cancel));
  const asked = { code, locale: 'vi', page: '/my-data' };
  expect(await kept(test.db, (tx) => askErasure(tx, at(NOW), asked))).toMatchObject({
    value: { erased: ['gift'] },
  });
  expect(await refusal(`UPDATE "order_invoice" SET "taxCode" = '0000000018'`)).toBe('order_invoice_tax_code');
  const later = new Date('2029-06-08T02:00:00Z');
  expect(await test.db.$transaction((tx) => eraseOldOrders(tx, at(later)))).toBe(1);
  expect(await test.db.orderInvoice.count({ where: { orderId } })).toBe(0);
});
