import { type Database, plusDays } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { trialBalance } from '@baunghe/payments';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelOrder, closeOffer, preordersPastTheirDeposit, previewShare, shareOut } from '../index.ts';
import { aHarvest, at, kept, STAFF } from '../shop.builders.ts';
import { anOffer, MONDAY, payMissing, preorder } from './preorders.builders.ts';
import { shareUnits } from './share-units.ts';

let test: TestDatabase;
let db: Database;

beforeEach(async () => {
  test = await testDatabase(8);
  db = test.db;
});
afterEach(() => test.close());

const share = (offerId: string) => kept(db, (tx) => shareOut(tx, at(MONDAY), STAFF, offerId));
const close = (offerId: string) => kept(db, (tx) => closeOffer(tx, at(MONDAY), STAFF, offerId));
const orderOf = (id: string) =>
  db.order.findUniqueOrThrow({
    where: { id },
    include: {
      payment: { include: { refunds: true } },
      lines: { include: { reservations: true, forecastPromise: true } },
    },
  });

/** Pre-orders with their deposits paid, in this order. Returns their ids. */
async function paid(offerId: string, ...kilograms: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, wanted] of kilograms.entries()) {
    const placed = await preorder(db, new Date(+MONDAY + n * 60_000), offerId, wanted);
    if (!placed.ok) throw new Error(placed.error.code);
    expect(await payMissing(db, MONDAY, placed.value.orderId)).toBe('paid');
    ids.push(placed.value.orderId);
  }
  return ids;
}

describe('a pre-order', () => {
  it('is promised fruit of the forecast and waits for its deposit', async () => {
    const offerId = await anOffer(db, 100);
    const placed = await preorder(db, MONDAY, offerId, 10);
    // 1,200,000 and 30,000 for delivery: 30 % of it, up to the thousand.
    expect(placed).toMatchObject({ ok: true, value: { total: 1_230_000, deposit: 369_000 } });
    const offer = await db.preorderOffer.findUniqueOrThrow({ where: { id: offerId } });
    expect(offer).toMatchObject({ promisedGrams: 10_000, mayPromiseGrams: 70_000 });
    expect(await preorder(db, MONDAY, offerId, 61)).toMatchObject({
      error: { code: 'not_enough_forecast', unitsLeft: 60 },
    });
  });

  it('follows a forecast that is lowered, and never below what is promised', async () => {
    const offerId = await anOffer(db, 100);
    await preorder(db, MONDAY, offerId, 10);
    await db.forecast.updateMany({ data: { grams: 20_000 } });
    expect(await preorder(db, MONDAY, offerId, 5)).toMatchObject({ error: { unitsLeft: 4 } });
    await db.forecast.updateMany({ data: { grams: 1000 } });
    expect(await preorder(db, MONDAY, offerId, 1)).toMatchObject({ error: { unitsLeft: 0 } });
  });

  it('of many who race for the last kilograms, exactly as many get them as there are', async () => {
    const offerId = await anOffer(db, 10);
    const raced = await Promise.all(Array.from({ length: 8 }, () => preorder(db, MONDAY, offerId, 2)));
    expect(raced.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await db.order.count()).toBe(3);
  });

  it('without its deposit lapses after a day and gives the promise back', async () => {
    const offerId = await anOffer(db, 10);
    const placed = await preorder(db, MONDAY, offerId, 7);
    if (!placed.ok) throw new Error(placed.error.code);
    const { orderId } = placed.value;
    expect(await preordersPastTheirDeposit(db, at(new Date(+MONDAY + 1000)), 9)).toEqual([]);
    expect(await preordersPastTheirDeposit(db, at(plusDays(MONDAY, 1)), 9)).toEqual([orderId]);
    await kept(db, (tx) => cancelOrder(tx, at(MONDAY), { orderId, byUser: null, why: 'transfer_late' }));
    expect(await preorder(db, MONDAY, offerId, 7)).toMatchObject({ ok: true });
  });

  it('cannot be promised beyond, begun without a promise, or raised, not even in raw SQL', async () => {
    const offerId = await anOffer(db, 10);
    await paid(offerId, 2);
    await expect(db.$executeRaw`UPDATE "preorder_offer" SET "mayPromiseGrams" = 1999`).rejects.toThrow(
      'preorder_offer_not_promised_beyond',
    );
    await expect(db.$executeRaw`UPDATE "order_line" SET "quantity" = 3, "lineDong" = 360000`).rejects.toThrow(
      'append_only',
    );
    await expect(db.$executeRaw`UPDATE "forecast_promise" SET "state" = 'lapsed'`).rejects.toThrow(
      'preorder_waits',
    );
  });
});

describe('a harvest shared out', () => {
  it('serves the oldest first; the rest waits for the next harvest, and at the end is cut and owed back', async () => {
    const offerId = await anOffer(db, 100);
    const [first, second, third] = await paid(offerId, 5, 5, 5);
    await aHarvest(db, MONDAY, 8500);
    expect((await previewShare(db, MONDAY, offerId))?.parts.map(({ gets }) => gets)).toEqual([5, 3, 0]);
    const shared = await share(offerId);
    expect(shared).toMatchObject({
      value: [
        { orderId: first, outcome: 'served', missingDong: 630_000 - 189_000 },
        { orderId: second, outcome: 'waits', units: 3 },
      ],
    });
    expect(await share(offerId)).toMatchObject({ error: { code: 'nothing_to_share' } });
    await aHarvest(db, MONDAY, 1000);
    await share(offerId);
    expect(await close(offerId)).toMatchObject({
      value: [
        { orderId: second, outcome: 'served_in_part', units: 4, wanted: 5, missingDong: 510_000 - 189_000 },
        { orderId: third, outcome: 'nothing', owedBack: true },
      ],
    });
    expect(await orderOf(second ?? '')).toMatchObject({
      state: 'placed',
      totalDong: 510_000n,
      lines: [{ quantity: 4, forecastPromise: { state: 'cut' } }],
    });
    expect(await orderOf(third ?? '')).toMatchObject({
      state: 'cancelled',
      payment: { state: 'cancelled', refunds: [{ amountDong: 189_000n, reason: 'short_harvest' }] },
    });
    expect(await preorder(db, MONDAY, offerId, 1)).toMatchObject({ error: { code: 'offer_closed' } });
  });

  it('pro rata gives each the same part in whole units', async () => {
    const offerId = await anOffer(db, 100, 'pro_rata');
    await paid(offerId, 6, 3, 1);
    await aHarvest(db, MONDAY, 5000);
    expect((await previewShare(db, MONDAY, offerId))?.parts.map(({ gets }) => gets)).toEqual([3, 2, 0]);
  });

  it('passes over who has not paid, and by two clerks at once is shared out once', async () => {
    const offerId = await anOffer(db, 100);
    await preorder(db, MONDAY, offerId, 4);
    await paid(offerId, 4);
    await aHarvest(db, MONDAY, 6000);
    const both = await Promise.all([share(offerId), share(offerId)]);
    expect(both.map((said) => (said.ok ? 'done' : said.error.code)).sort()).toEqual(['done', 'nobody_waits']);
    const [balance] = await db.lotBalance.findMany();
    expect(balance).toMatchObject({ reservedGrams: 4000 });
  });
});

const deeds = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ deed: fc.constant('order' as const), n: fc.integer({ min: 1, max: 9 }) }),
    },
    { weight: 4, arbitrary: fc.record({ deed: fc.constant('pay' as const), n: fc.nat(20) }) },
    {
      weight: 2,
      arbitrary: fc.record({ deed: fc.constant('cut' as const), n: fc.integer({ min: 1, max: 15 }) }),
    },
    { weight: 2, arbitrary: fc.record({ deed: fc.constant('share' as const), n: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant('cancel' as const), n: fc.nat(20) }) },
  ),
  { minLength: 10, maxLength: 20 },
);

describe('whatever happens in whatever order', () => {
  it('promises, reservations and money agree', { timeout: 120_000 }, async () => {
    const rules = fc.constantFrom('oldest_first' as const, 'pro_rata' as const);
    await fc.assert(
      fc.asyncProperty(deeds, rules, async (history, rule) => {
        const own = await testDatabase(2);
        try {
          await live(own.db, history, rule);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 3 },
    );
  });

  it('no sharing gives out more than there is, or more to somebody than they want', () => {
    const waiting = fc.array(fc.nat(30), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom('oldest_first', 'pro_rata'), fc.nat(60), waiting, (rule, units, wanted) => {
        const got = shareUnits(rule, units, wanted);
        const total = (parts: number[]) => parts.reduce((sum, part) => sum + part, 0);
        expect(total(got)).toBe(Math.min(units, total(wanted)));
        expect(got.every((part, at) => part >= 0 && part <= (wanted[at] ?? 0))).toBe(true);
      }),
    );
  });
});

async function live(
  own: Database,
  history: { deed: string; n: number }[],
  rule: 'oldest_first' | 'pro_rata',
) {
  const offerId = await anOffer(own, 60, rule);
  const ids: string[] = [];
  for (const { deed, n } of history) {
    const id = ids[n % Math.max(ids.length, 1)];
    if (deed === 'order') {
      const placed = await preorder(own, MONDAY, offerId, n, n % 2 ? 'cod' : 'vietqr');
      if (placed.ok) ids.push(placed.value.orderId);
    } else if (deed === 'cut') await aHarvest(own, MONDAY, n * 1000);
    else if (deed === 'share') await kept(own, (tx) => shareOut(tx, at(MONDAY), STAFF, offerId));
    else if (id && deed === 'pay') await payMissing(own, MONDAY, id);
    else if (id)
      await kept(own, (tx) => cancelOrder(tx, at(MONDAY), { orderId: id, byUser: null, why: 'đổi ý' }));
    await agree(own);
  }
  await kept(own, (tx) => closeOffer(tx, at(MONDAY), STAFF, offerId));
  await agree(own);
  expect(await own.order.count({ where: { state: 'preordered' } })).toBe(0);
}

async function agree(own: Database): Promise<void> {
  const offer = await own.preorderOffer.findFirstOrThrow({ include: { promises: true } });
  const weighs = { lapsed: () => 0, cut: (p: Weighed) => p.servedGrams, waiting: gramsOf, served: gramsOf };
  const promised = offer.promises.reduce((grams, promise) => grams + weighs[promise.state](promise), 0);
  expect(offer.promisedGrams).toBe(promised);
  expect(promised).toBeLessThanOrEqual(42_000);
  const lines = await own.orderLine.findMany({
    include: {
      reservations: { where: { state: 'active' } },
      forecastPromise: true,
      order: { include: { payment: true } },
    },
  });
  for (const { order, reservations, forecastPromise, quantity, unitGrams } of lines) {
    const reserved = reservations.reduce((grams, row) => grams + row.grams, 0);
    const { payment } = order;
    const kept = (payment?.receivedDong ?? 0n) - (payment?.refundDong ?? 0n);
    if (order.state === 'preordered') expect(reserved).toBe(forecastPromise?.servedGrams);
    if (order.state === 'placed') expect(reserved).toBe(quantity * unitGrams);
    if (order.state === 'placed') expect(payment?.amountDong).toBe(order.totalDong);
    if (order.state === 'cancelled') expect([reserved, kept]).toEqual([0, 0n]);
    expect(kept <= order.totalDong).toBe(true);
  }
  expect((await trialBalance(own)).reduce((sum, { dong }) => sum + dong, 0n)).toBe(0n);
}

type Weighed = { grams: number; servedGrams: number };
const gramsOf = ({ grams }: Weighed): number => grams;
