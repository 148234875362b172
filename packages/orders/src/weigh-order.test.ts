import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { receivePayment, settleRefund } from '@baunghe/payments';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverOrder, lotsForLine, packBox, priceCart, shipOrder, unpackBox } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const PER_KG = 95_000;

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  const told = { nameVi: 'Trái', nameEn: 'Piece', descriptionVi: '', descriptionEn: '' };
  const piece = { saleUnit: 'piece', unitGrams: 2000, mostGrams: 3000, priceDong: BigInt(PER_KG) } as const;
  const fruit = { varietyCode: 'RI6', grade: 'A', ...told };
  await test.db.product.create({
    data: { id: 'pro_piece', slug: 'piece', gtin: '09521234002024', ...piece, ...fruit },
  });
  await aHarvest(test.db, NOW, 900_000);
});
afterAll(() => test.close());

const pieces = (quantity: number) => [{ productId: 'pro_piece', quantity }];

async function ordered(quantity: number, method: 'cod' | 'vietqr') {
  const placed = await checkOut(test.db, NOW, pieces(quantity), method);
  if (!placed.ok) throw new Error(placed.error.code);
  const order = await test.db.order.findUniqueOrThrow({
    where: { id: placed.value.orderId },
    include: { lines: true, payment: true },
  });
  const money = {
    orderId: order.id,
    source: 'staff',
    reference: order.code,
    into: 'bank',
    byUser: null,
  } as const;
  if (method === 'vietqr')
    expect(
      await kept(test.db, (tx) => receivePayment(tx, at(NOW), { ...money, amount: dong(order.totalDong) })),
    ).toMatchObject({ ok: true });
  return { orderId: order.id, lineId: order.lines[0]?.id ?? '' };
}

async function pack(line: { orderId: string; lineId: string }, units: number, grams: number) {
  const [lot] = await lotsForLine(test.db, NOW, line.lineId);
  const box = { ...line, lotId: lot?.lotId ?? '', units, grams };
  return kept(test.db, (tx) => packBox(tx, at(NOW), STAFF, box));
}

async function stands(orderId: string) {
  const order = await test.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: true, payment: true },
  });
  const [line] = order.lines;
  return { order, line, received: order.payment?.receivedDong, back: order.payment?.refundDong };
}

it('shows an estimate and the most before, and puts the heaviest fruit aside', async () => {
  const { lines, goods } = await priceCart(test.db, NOW, pieces(2), '75');
  expect(lines[0]).toMatchObject({ estimate: 475_000, lineSum: 570_000, unitPrice: PER_KG });
  expect(goods).toBe(570_000);
  const { lineId } = await ordered(2, 'cod');
  const reserved = await test.db.reservation.aggregate({ where: { lineId }, _sum: { grams: true } });
  expect(reserved._sum.grams).toBe(6000);
});

it('owes back what was paid beyond the weight, and books what was weighed', async () => {
  const line = await ordered(2, 'vietqr');
  expect(await pack(line, 1, 3001)).toMatchObject({
    error: { code: 'weight_out_of_range', mostGrams: 3000 },
  });
  await pack(line, 1, 2345);
  expect(await pack(line, 1, 2500)).toMatchObject({ value: { orderPacked: true } });
  const exact = 460_275n + 30_000n;
  const { order, line: written, back } = await stands(line.orderId);
  expect(order).toMatchObject({ totalDong: 600_000n, finalDong: exact });
  expect(written).toMatchObject({ finalGrams: 4845, finalDong: 460_275n, lineDong: 570_000n });
  expect(back).toBe(600_000n - exact);
  const shipping = { orderId: line.orderId, carrier: 'Xe nhà', tracking: null };
  await kept(test.db, (tx) => shipOrder(tx, at(NOW), STAFF, shipping));
  const sold = await test.db.posting.findMany({ where: { journal: { key: `sold:${line.orderId}` } } });
  expect(Object.fromEntries(sold.map(({ account, dong: sum }) => [account, sum]))).toEqual({
    buyers: exact,
    sales: -460_275n,
    delivery: -30_000n,
  });
});

it('takes the exact sum at the door', async () => {
  const line = await ordered(1, 'cod');
  await pack(line, 1, 2222);
  const shipping = { orderId: line.orderId, carrier: 'Xe nhà', tracking: null };
  await kept(test.db, (tx) => shipOrder(tx, at(NOW), STAFF, shipping));
  expect(await kept(test.db, (tx) => deliverOrder(tx, at(NOW), STAFF, line.orderId))).toMatchObject({
    ok: true,
  });
  expect(await stands(line.orderId)).toMatchObject({ received: 241_090n, back: 0n });
});

it('keeps, whatever was packed, opened and given back before, exactly the price of the fruit, never above the most', async () => {
  const grams = fc.integer({ min: 2000, max: 3000 });
  const history = fc.record({
    method: fc.constantFrom('cod' as const, 'vietqr' as const),
    rounds: fc.array(fc.record({ grams, giveBack: fc.boolean() }), { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ method, rounds }) => {
      const line = await ordered(1, method);
      let cap = Number.POSITIVE_INFINITY;
      for (const [round, { grams: weight, giveBack }] of rounds.entries()) {
        const packed = await pack(line, 1, weight);
        if (!packed.ok) throw new Error(packed.error.code);
        const { order, received = 0n, back = 0n } = await stands(line.orderId);
        const exact = Math.floor((weight * PER_KG + 500) / 1000) + 30_000;
        expect(Number(order.finalDong)).toBe(Math.min(exact, cap));
        expect(order.finalDong).toBeLessThanOrEqual(order.totalDong);
        if (method === 'vietqr') expect(received - back).toBe(order.finalDong);
        if (round === rounds.length - 1) return;
        const due = await test.db.refund.findMany({
          where: { payment: { orderId: line.orderId }, state: 'due' },
        });
        for (const { id } of giveBack ? due : []) {
          cap = Number(order.finalDong);
          const given = { refundId: id, through: 'bank', reference: id, byUser: null } as const;
          await kept(test.db, (tx) => settleRefund(tx, at(NOW), given));
        }
        const opened = { boxId: packed.value.boxId, fate: 'returned', reason: 'cân lại' } as const;
        expect(await kept(test.db, (tx) => unpackBox(tx, at(NOW), STAFF, opened))).toMatchObject({
          ok: true,
        });
      }
    }),
    { numRuns: 8 },
  );
});
