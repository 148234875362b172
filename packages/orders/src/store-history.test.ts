import { type Result, refusalOf, type Tx } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { grade, saveStocktake, spoil } from '@baunghe/stock';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cancelOrder, lotsOfSource, packBox, shipOrder, takeBack, whereFruitIs } from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase(8);
  await aRi6Shop(test.db);
});
afterAll(() => test.close());

type Answer = Result<unknown, { code: string }>;

/** An act of which a deadlock is tried again, as the gate does. */
async function act(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kept(test.db, work);
    } catch (error) {
      if (attempt === 5 || refusalOf(error)?.sqlState !== '40P01') throw error;
    }
  }
}

/** One of a list by any number, so that a shrunk history still means something. */
const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

const someLot = async (which: number) => {
  const lots = await test.db.lot.findMany({ include: { balance: true }, orderBy: { id: 'asc' } });
  return pick(
    lots.filter(({ balance }) => (balance?.onHandGrams ?? 0) > 0),
    which,
  );
};

const ACTS = {
  async receive(_which: number, grams: number): Promise<void> {
    await aHarvest(test.db, NOW, grams);
  },
  async order(which: number): Promise<void> {
    await checkOut(test.db, NOW, [{ productId: 'pro_kg', quantity: 1 + (which % 5) }]);
  },
  async cancel(which: number): Promise<void> {
    const orders = await test.db.order.findMany({ where: { state: 'placed' }, orderBy: { id: 'asc' } });
    const order = pick(orders, which);
    if (!order) return;
    await act((tx) => cancelOrder(tx, at(NOW), { orderId: order.id, byUser: null, why: 'thử' }));
  },
  async pack(which: number, grams: number): Promise<void> {
    const open = { where: { order: { state: 'placed' } }, orderBy: { id: 'asc' } } as const;
    const line = pick(await test.db.orderLine.findMany(open), which);
    const lot = await someLot(grams);
    if (!line || !lot) return;
    const { id: lineId, orderId, quantity: units } = line;
    const box = { orderId, lineId, lotId: lot.id, units, grams: units * 1000, lotReason: 'thử' };
    await act((tx) => packBox(tx, at(NOW), STAFF, box));
  },
  async ship(which: number): Promise<void> {
    const orders = await test.db.order.findMany({ where: { state: 'packed' }, orderBy: { id: 'asc' } });
    const order = pick(orders, which);
    if (!order) return;
    await act((tx) => shipOrder(tx, at(NOW), STAFF, { orderId: order.id, carrier: 'Xe', tracking: null }));
  },
  async takeBack(which: number, grams: number): Promise<void> {
    const box = pick(await test.db.box.findMany({ orderBy: { id: 'asc' } }), which);
    if (!box) return;
    const outcome = which % 2 ? 'destroyed' : 'back_in_store';
    const came = { boxId: box.id, grams: 1 + (grams % box.grams), reason: 'thử', photo: null };
    await act((tx) => takeBack(tx, at(NOW), STAFF, { ...came, outcome, money: { kind: 'share' } }));
  },
  async spoil(which: number, grams: number): Promise<void> {
    const lot = await someLot(which);
    if (!lot) return;
    const entry = { batch: lot.batch, grams, cause: 'rotten', words: null, photo: null } as const;
    await act((tx) => spoil(tx, at(NOW), STAFF, entry));
  },
  async grade(which: number, grams: number): Promise<void> {
    const lot = await someLot(which);
    if (!lot) return;
    const a = Math.floor(grams / 2);
    const parts = [
      { grade: 'A', grams: Math.max(1, a) },
      { grade: 'B', grams: Math.max(1, Math.floor(a / 2)) },
    ];
    const sorting = { batch: lot.batch, grams: grams + 2, parts, lossReason: 'rụng cuống' };
    await act((tx) => grade(tx, at(NOW), STAFF, sorting));
  },
  async count(which: number, grams: number): Promise<void> {
    const lot = await someLot(which);
    const seenGrams = lot?.balance?.onHandGrams ?? 0;
    if (!lot) return;
    const counted = {
      batch: lot.batch,
      seenGrams,
      countedGrams: Math.max(0, seenGrams + (grams % 900) - 600),
    };
    await act((tx) => saveStocktake(tx, at(NOW), STAFF, [{ ...counted, reason: 'hao' }]));
  },
};

/** What does not agree: lots with their ledger and promises, harvests with all that became of them. */
async function disagreements(): Promise<unknown[]> {
  const lots = await test.db.$queryRaw<unknown[]>`
    SELECT b.* FROM "lot_balance" b
    WHERE b."onHandGrams" <> (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m WHERE m."lotId" = b."lotId")
       OR b."reservedGrams" <> (SELECT coalesce(sum(r."grams"), 0) FROM "reservation" r
                                WHERE r."lotId" = b."lotId" AND r."state" = 'active')
       OR b."reservedGrams" < 0 OR b."onHandGrams" < b."reservedGrams"`;
  const harvests = await test.db.$queryRaw<unknown[]>`
    SELECT h."id" FROM "harvest" h JOIN "lot" l ON l."harvestId" = h."id"
      JOIN "lot_balance" b ON b."lotId" = l."id"
    GROUP BY h."id", h."grams"
    HAVING sum(b."onHandGrams") <> h."grams"
      + (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m JOIN "lot" o ON o."id" = m."lotId"
         WHERE o."harvestId" = h."id" AND m."kind" IN ('pack', 'spoil', 'adjust', 'return'))
      - (SELECT coalesce(sum(d."lossGrams"), 0) FROM "grading" d
         WHERE EXISTS (SELECT 1 FROM "graded_lot" g JOIN "lot" c ON c."id" = g."lotId"
                       WHERE g."gradingId" = d."id" AND c."harvestId" = h."id"))`;
  return [...lots, ...harvests];
}

/** What a recall would say is missing: from all lots together, or from each with what was sorted from it. */
async function recallMisses(each: boolean): Promise<unknown[]> {
  const lots = await test.db.lot.findMany({ include: { moves: true }, orderBy: { id: 'asc' } });
  const received = lots.flatMap(({ moves }) => moves).filter(({ kind }) => kind === 'receive');
  const asked = each
    ? await Promise.all(
        lots.map(async ({ id, moves }) => ({
          lotIds: await lotsOfSource(test.db, { kind: 'lot', id }),
          came: moves.find(({ kind, grams }) => kind === 'receive' || (kind === 'grade' && grams > 0))?.grams,
        })),
      )
    : [{ lotIds: lots.map(({ id }) => id), came: received.reduce((sum, { grams }) => sum + grams, 0) }];
  const misses: unknown[] = [];
  for (const { lotIds, came } of asked) {
    const { received, ...places } = await whereFruitIs(test.db, lotIds);
    const sum = Object.values(places).reduce((grams, place) => grams + place, 0);
    if (sum !== received || received !== came) misses.push({ lotIds, received, came, places });
  }
  return misses;
}

it('whatever is done in the store, by several at once, every gram is accounted for', async () => {
  const kinds = Object.keys(ACTS) as (keyof typeof ACTS)[];
  const deed = fc.record({
    kind: fc.constantFrom(...kinds),
    which: fc.nat(1000),
    grams: fc.integer({ min: 1, max: 9000 }),
  });
  const together = fc.array(deed, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 1, maxLength: 5 }), async (history) => {
      await ACTS.receive(0, 40_000);
      for (const deeds of history) {
        await Promise.all(deeds.map(({ kind, which, grams }) => ACTS[kind](which, grams)));
        expect(await disagreements()).toEqual([]);
      }
      expect(await recallMisses(false)).toEqual([]);
    }),
    { numRuns: 12 },
  );
  // So that no history passes for want of anything done.
  const done = await test.db.stockMove.groupBy({ by: ['kind'], orderBy: { kind: 'asc' } });
  expect(done.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['receive', 'spoil', 'adjust', 'grade']),
  );
});

it('on a day on which everything happens, too', async () => {
  const day: [keyof typeof ACTS, number, number][] = [
    ['receive', 0, 60_000],
    ['order', 4, 1],
    ['order', 2, 1],
    ['grade', 0, 8000],
    ['spoil', 1, 700],
    ['pack', 0, 0],
    ['pack', 0, 1],
    ['ship', 0, 0],
    ['takeBack', 0, 900],
    ['count', 0, 100],
  ];
  for (const [kind, which, grams] of day) await ACTS[kind](which, grams);
  expect(await disagreements()).toEqual([]);
  expect(await recallMisses(true)).toEqual([]);
});
