import { plusDays, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { endMarkdown, markDown, markedPrice } from '@baunghe/stock';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  changeQuantities,
  holdCart,
  orderView,
  packBox,
  placeOrder,
  priceCart,
  productOnSale,
} from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

let test: TestDatabase;
/** Each test's own day, on which the fruit of those before it is past. */
let now = new Date('2026-06-07T03:00:00Z');
let today: Date;
let old: string;
let fresh: string;
let markdownId: string;

beforeAll(async () => {
  test = await testDatabase(20);
  await aRi6Shop(test.db);
});

/** Two boxes cut six days ago and marked down by 30 % until tomorrow, and two cut today. */
beforeEach(async () => {
  now = plusDays(now, 20);
  today = vietnamDay(now);
  old = await aHarvest(test.db, plusDays(now, -6), 20_000);
  fresh = await aHarvest(test.db, now, 20_000);
  markdownId = await marked({ percent: 30, kiloDong: null });
});
afterAll(() => test.close());

const batchOf = async (id: string) => (await test.db.lot.findUniqueOrThrow({ where: { id } })).batch;

async function mark(off: { percent: number | null; kiloDong: bigint | null }, lastDay = plusDays(today, 1)) {
  const entry = { batch: await batchOf(old), reason: 'chín nhanh', lastDay, byUser: 'usr_1', ...off };
  return kept(test.db, (tx) => markDown(tx, at(now), entry));
}

async function marked(off: { percent: number | null; kiloDong: bigint | null }): Promise<string> {
  const done = await mark(off);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const end = async (when: Date) => {
  const batch = await batchOf(old);
  return kept(test.db, (tx) => endMarkdown(tx, at(when), { batch, byUser: 'usr_1' }));
};

const cheap = (quantity: number) => ({ productId: 'pro_box', quantity, markdownId });
const usual = (quantity: number) => ({ productId: 'pro_box', quantity });

async function order(...lines: Parameters<typeof checkOut>[2][number][]) {
  const placed = await checkOut(test.db, now, lines);
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value.orderId;
}

it('sells fruit about to pass for less beside the usual, each from its own lots', async () => {
  expect(await productOnSale(test.db, now, { slug: 'box' })).toMatchObject({
    price: 900_000,
    unitsLeft: 2,
    harvests: [{ freeGrams: 20_000, cutOn: today }],
    markdowns: [{ id: markdownId, price: 630_000, percentOff: 30, unitsLeft: 2 }],
  });
  const cart = await priceCart(test.db, now, [usual(1), cheap(2)], '75');
  expect(cart.lines).toMatchObject([
    { unitPrice: 900_000, marked: null, unitsLeft: 2 },
    { unitPrice: 630_000, lineSum: 1_260_000, marked: { usualPrice: 900_000 }, unitsLeft: 2, over: false },
  ]);
  expect(cart.goods).toBe(2_160_000);
  const orderId = await order(usual(1), cheap(2));
  const view = await orderView(test.db, { id: orderId });
  expect(view?.lines).toMatchObject([
    { lineSum: 900_000, marked: null },
    { lineSum: 1_260_000, unitPrice: 630_000, marked: { batch: await batchOf(old) } },
  ]);
  const promised = await test.db.reservation.findMany({
    where: { line: { orderId } },
    orderBy: { grams: 'asc' },
  });
  expect(promised.map(({ lotId, grams }) => [lotId, grams])).toEqual([
    [fresh, 10_000],
    [old, 20_000],
  ]);
});

it('is packed from the lot that was marked down and no other', async () => {
  const orderId = await order(cheap(1));
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const box = { orderId, lineId: line.id, units: 1, grams: 10_000 };
  const pack = (lotId: string) => kept(test.db, (tx) => packBox(tx, at(now), STAFF, { ...box, lotId }));
  await expect(pack(fresh)).rejects.toThrow('from_the_lot_marked_down');
  const promise = { id: 'res_1', lotId: fresh, lineId: line.id, grams: 10_000, createdAt: now };
  await expect(test.db.reservation.create({ data: promise })).rejects.toThrow('from_the_lot_marked_down');
  expect(await end(now)).toMatchObject({ ok: true });
  expect(await pack(old)).toMatchObject({ ok: true, value: { orderPacked: true } });
});

it('gives the last two boxes to exactly two of twenty buyers', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => checkOut(test.db, now, [cheap(1)])));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(new Set(refused.map((error) => JSON.stringify(error)))).toEqual(
    new Set([JSON.stringify({ code: 'not_enough_stock', productId: 'pro_box', markdownId, unitsLeft: 0 })]),
  );
  const balance = await test.db.lotBalance.findUniqueOrThrow({ where: { lotId: old } });
  expect(balance.reservedGrams).toBe(20_000);
});

it('is not sold past its end, and asks first whoever counted on it', async () => {
  const tomorrowLast = new Date(plusDays(today, 2).getTime() - 7 * 3_600_000 - 1);
  const cart = [cheap(1), usual(1)];
  expect((await priceCart(test.db, tomorrowLast, cart, '75')).lines[0]).toMatchObject({ over: false });
  const late = new Date(tomorrowLast.getTime() + 1);
  for (const [how, then] of [['by time', late] as const, ['by hand', after(1)] as const]) {
    if (how === 'by hand') expect(await end(after(1))).toMatchObject({ ok: true });
    const priced = await priceCart(test.db, then, cart, '75');
    expect(priced.lines[0]).toMatchObject({ over: true, lineSum: 0, unitsLeft: 0, unitPrice: 900_000 });
    expect(priced.goods).toBe(900_000);
    const over = { code: 'markdown_over', productId: 'pro_box', markdownId };
    expect(await checkOut(test.db, then, cart)).toEqual({ ok: false, error: over });
    const hold = { holdId: null, network: null, lines: cart };
    expect(await kept(test.db, (tx) => holdCart(tx, at(then), hold))).toEqual({ ok: false, error: over });
  }
  // Its fruit goes at the usual price again, the oldest first.
  expect(await productOnSale(test.db, after(1), { slug: 'box' })).toMatchObject({
    unitsLeft: 4,
    markdowns: [],
  });
});

it('keeps the price of an order after its end, but gives no more for it', async () => {
  const orderId = await order(cheap(1));
  await end(now);
  const { id: lineId } = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const change = (quantity: number, seenTotal: number) =>
    kept(test.db, (tx) =>
      changeQuantities(tx, at(now), {
        ...{ orderId, byUser: null, seenTotal: dong(seenTotal) },
        lines: [{ lineId, quantity }],
      }),
    );
  expect(await change(2, 1_260_000)).toMatchObject({ error: { code: 'markdown_over', markdownId } });
  const kept_ = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  expect([kept_.quantity, kept_.lineDong]).toEqual([1, 630_000n]);
});

it('holds one price at a time, for days within its own, and never a changed one', async () => {
  expect(await mark({ percent: 10, kiloDong: null })).toMatchObject({ error: { code: 'lot_marked_down' } });
  await end(now);
  expect(await end(now)).toEqual({ ok: false, error: { code: 'lot_not_marked_down' } });
  const bestBefore = plusDays(today, 2);
  expect(await mark({ percent: 10, kiloDong: null }, plusDays(today, 3))).toEqual({
    ok: false,
    error: { code: 'markdown_day', oldest: today, newest: bestBefore },
  });
  const again = await marked({ percent: null, kiloDong: 60_050n });
  expect(await productOnSale(test.db, now, { slug: 'kg' })).toMatchObject({
    markdowns: [{ id: again, price: 60_000, percentOff: 40 }],
  });
  const change = test.db.lotMarkdown.update({ where: { id: again }, data: { kiloDong: 50_000n } });
  await expect(change).rejects.toThrow('append_only');
});

it('costs in the database what the mark-down says, whoever writes the line', async () => {
  const line = { id: 'lin_x', orderId: await order(usual(1)), productId: 'pro_box', quantity: 1 };
  const wrong = { ...line, unitGrams: 10_000, unitPriceDong: 600_000n, lineDong: 600_000n, markdownId };
  const written = test.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET CONSTRAINTS "line_costs_its_markdown" IMMEDIATE`;
    await tx.orderLine.create({ data: wrong });
  });
  await expect(written).rejects.toThrow('line_costs_its_markdown');
  const unit = fc.record({
    priceDong: fc.bigInt(1000n, 5_000_000n),
    unitGrams: fc.integer({ min: 100, max: 20_000 }),
    mostGrams: fc.constantFrom(null, 25_000),
  });
  const off = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 90 }), kiloDong: fc.constant(null) }),
    fc.record({ percent: fc.constant(null), kiloDong: fc.bigInt(1000n, 900_000n) }),
  );
  await fc.assert(
    fc.asyncProperty(unit, off, async (product, taken) => {
      const { priceDong, unitGrams, mostGrams } = product;
      const [row] = await test.db.$queryRaw<{ price: bigint }[]>`SELECT marked_down_dong(${priceDong}::bigint,
        ${unitGrams}::int, ${mostGrams}::int, ${taken.percent}::int, ${taken.kiloDong}::bigint) AS price`;
      const price = row?.price ?? 0n;
      const sold = price > 0n && price < priceDong ? Number(price) : null;
      expect(markedPrice(product, taken)).toBe(sold);
    }),
    { numRuns: 40 },
  );
});

it('refuses a price that is not the one seen', async () => {
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', street: 'Số 1', note: null };
  const to = { provinceCode: '75', wardCode: '25217', locale: 'vi', method: 'cod' } as const;
  const form = { ...buyer, ...to, lines: [cheap(1)], seenTotal: dong(600_000) };
  expect(await kept(test.db, (tx) => placeOrder(tx, at(now), form))).toMatchObject({
    error: { code: 'total_changed' },
  });
});
