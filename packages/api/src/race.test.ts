import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await aShop(20);
});
afterAll(() => shop.close());

async function everyBalanceIsItsLedger(): Promise<void> {
  const lots = await shop.db.$queryRaw<Record<'onHand' | 'ledger' | 'reserved' | 'promised', bigint>[]>`
    SELECT b."onHandGrams"::bigint AS "onHand", b."reservedGrams"::bigint AS reserved,
      (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m WHERE m."lotId" = b."lotId") AS ledger,
      (SELECT coalesce(sum(r."grams"), 0) FROM "reservation" r
        WHERE r."lotId" = b."lotId" AND r."state" = 'active') AS promised
    FROM "lot_balance" b`;
  expect(lots.length).toBeGreaterThan(0);
  for (const { onHand, ledger, reserved, promised } of lots) {
    expect({ onHand, reserved }).toEqual({ onHand: ledger, reserved: promised });
    expect(reserved <= onHand).toBe(true);
  }
}

/** Does something `times` times, `most` of them under way at any moment: thrice what the database takes in at once. */
async function atOnce<T>(most: number, times: number, act: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun < times) {
      begun += 1;
      done.push(await act());
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return done;
}

it('sells the last 50 boxes to exactly 50 of 200 buyers, from two lots at once', async () => {
  await shop.cut('plo_named', 309_000);
  await shop.cut('plo_unnamed', 205_000);
  const guest = await shop.as();
  const answers = await atOnce(60, 200, () => guest.checkout.place(aForm()));
  const sold = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  expect(sold).toHaveLength(50);
  expect(new Set(sold.map(({ code }) => code)).size).toBe(50);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(refused).toHaveLength(150);
  for (const error of refused) {
    expect(error).toEqual({ code: 'not_enough_stock', productId: 'pro_box', markdownId: null, unitsLeft: 0 });
  }
  expect(await shop.db.order.count()).toBe(50);
  const { _sum } = await shop.db.lotBalance.aggregate({ _sum: { reservedGrams: true, onHandGrams: true } });
  expect(_sum).toEqual({ reservedGrams: 500_000, onHandGrams: 514_000 });
  await everyBalanceIsItsLedger();
});

it('never promises the same kilogram twice to carts of two products that share the fruit', async () => {
  const carts = Array.from({ length: 30 }, (_, buyer) =>
    aForm({
      lines: [
        { productId: 'pro_kg', quantity: 1 },
        { productId: 'pro_box', quantity: 1 },
      ].slice(0, buyer % 2 === 0 ? 1 : 2),
      seenTotal: buyer % 2 === 0 ? 130_000 : 1_030_000,
    }),
  );
  const guest = await shop.as();
  const answers = await Promise.all(carts.map((cart) => guest.checkout.place(cart)));
  const kilograms = answers.filter((answer, buyer) => answer.ok && buyer % 2 === 0);
  const boxes = answers.filter((answer, buyer) => answer.ok && buyer % 2 === 1);
  expect([kilograms.length, boxes.length]).toEqual([14, 0]);
  await everyBalanceIsItsLedger();
});

it('keeps 50 boxes for exactly 50 of 200 who open the checkout, and each of them gets one', async () => {
  await shop.cut('plo_named', 250_000);
  await shop.cut('plo_unnamed', 257_000);
  const { _sum: before } = await shop.db.lotBalance.aggregate({ _sum: { reservedGrams: true } });
  const guest = await shop.as();
  const lines = [{ productId: 'pro_box', quantity: 1 }];
  const opened = await atOnce(60, 200, () =>
    guest.checkout.hold({ key: crypto.randomUUID(), lines, hold: null }),
  );
  const kept = opened.flatMap((answer) => (answer.ok && answer.value ? [answer.value.id] : []));
  expect(kept).toHaveLength(50);
  // With and without, turn by turn.
  const waiting = kept.flatMap((id) => [id, null]);
  const answers = await atOnce(60, 100, () => {
    const hold = waiting.pop() ?? null;
    return guest.checkout.place(aForm({ hold })).then((answer) => ({ held: hold !== null, sold: answer.ok }));
  });
  expect(answers.filter(({ held, sold }) => held === sold)).toHaveLength(100);
  const { _sum: after } = await shop.db.lotBalance.aggregate({ _sum: { reservedGrams: true } });
  expect((after.reservedGrams ?? 0) - (before.reservedGrams ?? 0)).toBe(500_000);
  expect(await shop.db.reservation.count({ where: { holdId: { not: null }, state: 'active' } })).toBe(0);
  await everyBalanceIsItsLedger();
});
