import { refusalOf } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { receivePayment, trialBalance } from '@baunghe/payments';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelOrder,
  changeQuantities,
  lotsForLine,
  makeVoucher,
  type NewVoucher,
  noteCodeTry,
  orderView,
  packBox,
  shipOrder,
  switchVoucher,
  triedTooMuch,
  vouchers,
} from '../index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import { discountOf, LEAST_LEFT } from './discount-of.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const { db, close } = await testDatabase(10);

beforeAll(async () => {
  await aRi6Shop(db);
  const told = { nameVi: 'Trái', nameEn: 'Piece', descriptionVi: '', descriptionEn: '' };
  const piece = { saleUnit: 'piece', unitGrams: 2000, mostGrams: 3000, priceDong: 100_000n } as const;
  const fruit = { varietyCode: 'RI6', grade: 'A', ...told };
  await db.product.create({
    data: { id: 'pro_piece', slug: 'p', gtin: '09521234002024', ...piece, ...fruit },
  });
  await aHarvest(db, NOW, 900_000);
});
afterAll(() => close());

const PLAIN: NewVoucher = {
  ...{ code: '', kind: 'fixed', worth: 50_000, most: null, least: dong(0), withDelivery: false },
  ...{ from: new Date('2026-06-01T00:00:00Z'), until: null, mostUses: null, mostPerPhone: null },
  ...{ varietyCodes: [], productIds: [], note: null },
};
async function aVoucher(rule: Partial<NewVoucher>): Promise<string> {
  const made = await kept(db, (tx) => makeVoucher(tx, at(NOW), { ...PLAIN, ...rule }, 'usr_1'));
  if (!made.ok) throw new Error(made.error.code);
  return made.value.code;
}
const BOX = [{ productId: 'pro_box', quantity: 1 }];
const order = (voucher: string, off: number, phone?: string, lines = BOX, method: 'cod' | 'vietqr' = 'cod') =>
  checkOut(db, NOW, lines, method, { voucher, off, ...(phone ? { phone } : {}) });
const used = async (code: string) => (await db.voucher.findUniqueOrThrow({ where: { code } })).used;

describe('a voucher at checkout', () => {
  it('takes its percent off, however its code is typed, and the order says so', async () => {
    const code = await aVoucher({ code: 'Tết 27', kind: 'percent', worth: 10 });
    expect(code).toBe('TET27');
    const placed = await order(' tết-27 ', 90_000);
    if (!placed.ok) throw new Error(placed.error.code);
    expect(await orderView(db, { id: placed.value.orderId })).toMatchObject({
      ...{ goods: 900_000, delivery: 30_000, discount: 90_000, total: 840_000, voucher: 'TET27' },
    });
    expect(await order(code, 0)).toMatchObject({ error: { code: 'total_changed', total: 840_000 } });
  });

  it('is refused for each reason by its own code', async () => {
    const refused = async (rule: Partial<NewVoucher>) => (await order(await aVoucher(rule), 0)) as object;
    expect(await order('KHONGCO', 0)).toMatchObject({ error: { code: 'voucher_unknown' } });
    expect(await refused({ until: NOW })).toMatchObject({ error: { code: 'voucher_ended' } });
    const from = new Date('2026-07-01T00:00:00Z');
    expect(await refused({ from })).toMatchObject({ error: { code: 'voucher_not_begun', from } });
    expect(await refused({ least: dong(900_001) })).toMatchObject({ error: { code: 'voucher_sum_small' } });
    expect(await refused({ productIds: ['pro_kg'] })).toMatchObject({
      error: { code: 'voucher_other_fruit' },
    });
    const off = await aVoucher({});
    const { id } = await db.voucher.findUniqueOrThrow({ where: { code: off } });
    await kept(db, (tx) => switchVoucher(tx, { voucherId: id, isOn: false }));
    expect(await order(off, 0)).toMatchObject({ error: { code: 'voucher_ended' } });
  });

  it('gives its last use to exactly one of those who race for it, and each number no more than its own', async () => {
    const last = await aVoucher({ mostUses: 1 });
    const phones = ['+84900000001', '+84900000002', '+84900000003', '+84900000004', '+84900000005'];
    const raced = await Promise.all(phones.map((phone) => order(last, 50_000, phone)));
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of raced) if (!answer.ok) expect(answer.error.code).toBe('voucher_used_up');
    expect(await used(last)).toBe(1);
    const once = await aVoucher({ mostPerPhone: 1 });
    const same = await Promise.all([1, 2, 3].map(() => order(once, 50_000, '+84900000009')));
    expect(same.filter(({ ok }) => ok)).toHaveLength(1);
    expect(same.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'voucher_used_by_phone' } });
    expect(await order(once, 50_000, '+84900000008')).toMatchObject({ ok: true });
  });

  it('may be used again when its order is cancelled before it is paid, and not after', async () => {
    const code = await aVoucher({ mostUses: 1 });
    const cancel = (orderId: string) =>
      kept(db, (tx) => cancelOrder(tx, at(NOW), { orderId, byUser: null, why: 'thôi' }));
    const first = await order(code, 50_000);
    if (!first.ok) throw new Error(first.error.code);
    await cancel(first.value.orderId);
    expect(await used(code)).toBe(0);
    const second = await order(code, 50_000, undefined, BOX, 'vietqr');
    if (!second.ok) throw new Error(second.error.code);
    const { orderId, total } = second.value;
    const money = { orderId, source: 'staff', reference: 'FT-V', into: 'bank', byUser: null } as const;
    await kept(db, (tx) => receivePayment(tx, at(NOW), { ...money, amount: total }));
    await cancel(orderId);
    expect(await used(code)).toBe(1);
    expect(await order(code, 50_000)).toMatchObject({ error: { code: 'voucher_used_up' } });
  });
});

describe('what it takes off', () => {
  it('is reckoned anew when quantities change, and nothing below its least sum', async () => {
    const code = await aVoucher({ kind: 'percent', worth: 10, least: dong(1_000_000) });
    const placed = await order(code, 180_000, undefined, [{ productId: 'pro_box', quantity: 2 }]);
    if (!placed.ok) throw new Error(placed.error.code);
    const { orderId } = placed.value;
    const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
    const change = (quantity: number, total: number) =>
      kept(db, (tx) =>
        changeQuantities(tx, at(NOW), {
          ...{ orderId, lines: [{ lineId: line.id, quantity }], seenTotal: dong(total), byUser: null },
        }),
      );
    expect(await change(1, 930_000)).toMatchObject({ ok: true });
    expect(await orderView(db, { id: orderId })).toMatchObject({ discount: 0, total: 930_000 });
    // Three boxes are 2,700,000, less 270,000, and carried for nothing.
    expect(await change(3, 2_430_000)).toMatchObject({ ok: true });
    expect(await orderView(db, { id: orderId })).toMatchObject({ discount: 270_000, total: 2_430_000 });
  });

  it.each([
    // 2 × 3 kg at most are 600,000; 5 kg were packed.
    ['percent follows the scale down', { kind: 'percent', worth: 10 }, 60_000, 50_000],
    ['fixed sum stays', { kind: 'fixed', worth: 70_000 }, 70_000, 70_000],
    [
      'sum with delivery in it stays',
      { kind: 'fixed', worth: 700_000, withDelivery: true },
      599_000,
      499_000,
    ],
  ] as const)('a %s, and the books hold it', async (_what, rule, off, finalOff) => {
    const code = await aVoucher({ ...rule });
    const placed = await order(code, off, undefined, [{ productId: 'pro_piece', quantity: 2 }]);
    if (!placed.ok) throw new Error(placed.error.code);
    const { orderId } = placed.value;
    const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } });
    const [lot] = await lotsForLine(db, NOW, lineId);
    const box = { orderId, lineId, lotId: lot?.lotId ?? '', units: 2, grams: 5000 };
    expect(await kept(db, (tx) => packBox(tx, at(NOW), STAFF, box))).toMatchObject({ ok: true });
    const final = 530_000 - finalOff;
    expect(await orderView(db, { id: orderId })).toMatchObject({
      discount: off,
      finalDiscount: finalOff,
      final,
    });
    const before = await booked();
    const ship = { orderId, carrier: 'Xe nhà', tracking: null };
    expect(await kept(db, (tx) => shipOrder(tx, at(NOW), STAFF, ship))).toMatchObject({ ok: true });
    expect((await booked()) - before).toBe(finalOff);
    const one = (await vouchers(db)).find((each) => each.code === code);
    expect(one).toMatchObject({ used: 1, taken: finalOff });
  });

  it('never leaves less than the least, and never takes off delivery unasked', () => {
    const sum = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom('percent' as const, 'fixed' as const),
          worth: fc.bigInt(1n, 100n),
          mostDong: fc.option(fc.bigInt(1n, 9_000_000n)),
          leastDong: fc.bigInt(0n, 900_000n),
          withDelivery: fc.boolean(),
        }),
        fc.array(sum, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 60_000 }),
        (rule, sums, delivery) => {
          const lines = sums.map((each, n) => ({ productId: `p${n}`, varietyCode: 'X', sum: dong(each) }));
          const fruits = [{ varietyCode: null, productId: 'p0' }];
          const worth = rule.kind === 'fixed' ? rule.worth * 90_000n : rule.worth;
          const off = discountOf({ ...rule, worth, fruits }, { lines, delivery: dong(delivery) });
          const goods = sums.reduce((all, each) => all + each, 0);
          expect(off).toBeGreaterThanOrEqual(0);
          expect(off === 0 || goods - off >= LEAST_LEFT).toBe(true);
          if (!rule.withDelivery) expect(off).toBeLessThanOrEqual(sums[0] ?? 0);
          if (rule.mostDong !== null) expect(off).toBeLessThanOrEqual(Number(rule.mostDong));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the database', () => {
  const constraintOf = async (act: Promise<unknown>) =>
    refusalOf(await act.then(() => null).catch((error: unknown) => error))?.constraint;

  it('refuses a discount without a voucher, one use too many, and another promise', async () => {
    const code = await aVoucher({ mostUses: 1 });
    const free = await checkOut(db, NOW, BOX);
    const held = await order(code, 50_000);
    if (!free.ok || !held.ok) throw new Error('not placed');
    const { orderId } = free.value;
    const voucher = await db.voucher.findUniqueOrThrow({ where: { code } });
    const cheaper = { discountDong: 1000n, totalDong: 929_000n };
    expect(await constraintOf(db.order.update({ where: { id: orderId }, data: cheaper }))).toBe(
      'discount_has_its_voucher',
    );
    expect(
      await constraintOf(db.voucherUse.create({ data: { orderId, voucherId: voucher.id, at: NOW } })),
    ).toBe('voucher_used_within');
    expect(await constraintOf(db.voucher.update({ where: { code }, data: { worth: 1n } }))).toBe(
      'voucher_keeps_its_promise',
    );
    const release = { orderId: held.value.orderId, at: NOW };
    expect(await constraintOf(db.voucherRelease.create({ data: release }))).toBe(
      'voucher_release_is_of_cancelled',
    );
  });
});

it('a network that tried too many unknown codes is answered no more for an hour', async () => {
  for (let n = 0; n < 30; n++) await noteCodeTry(db, NOW, 'net', `SAI${n}`);
  await noteCodeTry(db, NOW, 'net', 'sai 1');
  expect(await triedTooMuch(db, NOW, 'net')).toBe(true);
  expect(await triedTooMuch(db, NOW, 'other')).toBe(false);
  expect(await triedTooMuch(db, new Date(NOW.getTime() + 3_600_001), 'net')).toBe(false);
});

async function booked(): Promise<number> {
  const books = await db.$transaction((tx) => trialBalance(tx));
  return Number(books.find(({ account }) => account === 'vouchers')?.dong ?? 0n);
}
