import { Prisma } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANY_ORDER, type BoardSieve, boardCounts, countToDo, MOST_COUNTED, orderBoard } from '../index.ts';
import { type BoardAsked, idsOfPage } from '../order-board.ts';
import { aRi6Shop } from '../shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const { db, close } = await testDatabase(2);

beforeAll(() => aRi6Shop(db));
afterAll(() => close());

/**
 * Orders numbered from one to another, the highest the newest; every thousandth is placed, waits for a transfer and leaves
 * on a day of its own, the others were delivered long ago. Triggers are left out, since none of these was ever sold.
 */
const orders = (from: number, to: number) =>
  db.$transaction(async (tx) => {
    const numbers = Prisma.sql`generate_series(${from}::int, ${to}::int) AS n`;
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      INSERT INTO "order" ("id", "code", "state", "buyerName", "phone", "provinceCode", "wardCode", "street", "locale",
        "method", "goodsDong", "deliveryDong", "totalDong", "placedAt", "leaveOn", "arriveFrom", "arriveOn")
      SELECT 'ord_' || lpad(n::text, 8, '0'), 'BN' || lpad(n::text, 7, '0'),
        (CASE WHEN n % 1000 = 0 THEN 'placed' ELSE 'delivered' END)::"OrderState",
        CASE WHEN n % 500 = 0 THEN 'Đặng Thị Hiếm ' ELSE 'Khách thử ' END || n, '+849' || lpad(n::text, 8, '0'),
        '75', '25217', '', 'vi', 'vietqr', 900000, 0, 900000, now(), d, d, d
      FROM ${numbers}, LATERAL (SELECT date '2026-01-01' + n / 1000) AS day(d)`;
    await tx.$executeRaw`
      INSERT INTO "order_line" ("id", "orderId", "productId", "quantity", "unitGrams", "unitPriceDong", "lineDong")
      SELECT 'lin_' || n, 'ord_' || lpad(n::text, 8, '0'), CASE WHEN n % 900 = 0 THEN 'pro_kg' ELSE 'pro_box' END,
        1, 10000, 900000, 900000 FROM ${numbers}`;
    await tx.$executeRaw`
      INSERT INTO "payment" ("id", "orderId", "method", "amountDong", "purpose", "state", "createdAt", "receivedDong",
        "receivedAt")
      SELECT 'pay_' || n, 'ord_' || lpad(n::text, 8, '0'), 'vietqr', 900000, 'BN' || lpad(n::text, 7, '0'),
        (CASE WHEN waits THEN 'awaiting' ELSE 'received' END)::"PaymentState", now(),
        CASE WHEN waits THEN 0 ELSE 900000 END, CASE WHEN NOT waits THEN now() END
      FROM ${numbers}, LATERAL (SELECT n % 1000 = 0) AS of(waits)`;
  });

const asked = (sieve: Partial<BoardSieve> = {}, more: Partial<BoardAsked> = {}): BoardAsked => {
  const place = { sort: 'newest', after: null, before: null } as const;
  return { sieve: { ...ANY_ORDER, ...sieve }, words: '', place, limit: 50, ...more };
};

const codes = async (of: BoardAsked) => (await orderBoard(db, NOW, of)).rows.map((row) => row.code);
const byLeave = { sort: 'leave', after: null, before: null } as const;

/** How many blocks of 8 kB a page's query reads. */
async function blocksRead(of: BoardAsked): Promise<number> {
  const query = await idsOfPage(db, NOW, of);
  const explain = Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`;
  const [row] = await db.$queryRaw<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }[]>(explain);
  const plan = row?.['QUERY PLAN'][0].Plan ?? {};
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
}

/** Each is asked of 1,000 orders and of 50,000. */
const PAGES: [string, BoardAsked][] = [
  ['the newest', asked()],
  ['those of one state', asked({ state: 'placed' })],
  ['by leave day', asked({}, { place: byLeave })],
  ['far down', asked({}, { place: { sort: 'newest', after: 'ord_00000900', before: null } })],
  ['what waits for a transfer', asked({ todo: 'transfer' })],
  ['what is late', asked({ todo: 'late' })],
  ['a day', asked({ leaveFrom: new Date('2026-01-01'), leaveTo: new Date('2026-01-01') })],
  ['a code', asked({}, { words: 'bn 0000500' })],
  ['last digits', asked({}, { words: '0000500' })],
];

describe('the board', () => {
  const few = new Map<string, number>();

  it('finds by code, memo, number and name, sifts, and goes on by key in both directions', async () => {
    await orders(1, 1000);
    await db.$executeRaw`ANALYZE`;
    for (const [name, of] of PAGES) few.set(name, await blocksRead(of));
    expect(await codes(asked({}, { words: 'BN-0000123' }))).toEqual(['BN0000123']);
    expect(await codes(asked({}, { words: '00 0500' }))).toEqual(['BN0000500']);
    expect(await codes(asked({}, { words: '0900000500' }))).toEqual(['BN0000500']);
    expect(await codes(asked({}, { words: 'hiem dang' }))).toEqual(['BN0001000', 'BN0000500']);
    expect(await codes(asked({}, { words: '%_' }))).toEqual([]);
    expect(await codes(asked({ paid: 'no', productId: 'pro_box', method: 'vietqr' }))).toEqual(['BN0001000']);
    expect(await codes(asked({ productId: 'pro_kg' }))).toEqual(['BN0000900']);
    expect(await codes(asked({ has: ['gift', 'preorder'] }))).toEqual([]);
    for (const sort of ['newest', 'leave'] as const) {
      const at = (after: string | null, before: string | null = null) =>
        orderBoard(db, NOW, asked({ varietyCode: 'RI6' }, { limit: 400, place: { sort, after, before } }));
      const first = await at(null);
      const second = await at(first.next);
      const third = await at(second.next);
      expect([first.previous, third.next, third.rows.length]).toEqual([null, null, 200]);
      expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(1000);
      expect((await at(null, third.previous)).rows).toEqual(second.rows);
      expect(await at(null, second.previous)).toMatchObject({ rows: first.rows, previous: null });
    }
  });

  it('reads hardly more of 50,000 orders than of 1,000, and counts no further than it says', async () => {
    await orders(1001, 50_000);
    await db.$executeRaw`ANALYZE "order"`;
    await db.$executeRaw`ANALYZE "payment"`;
    for (const [name, of] of PAGES) {
      // A page's rows may each lie in a block of their own, and a few of the indexes; all orders fill far more.
      expect([name, await blocksRead(of)]).toSatisfy(
        ([, blocks]: [string, number]) => blocks <= 3 * (few.get(name) ?? 0) + 300,
      );
    }
    expect(await boardCounts(db)).toMatchObject({ placed: 50, delivered: MOST_COUNTED, cancelled: 0 });
    expect(await countToDo(db, new Date('2026-01-21'))).toMatchObject({ late: 19, pack: 0, transfer: 50 });
  });
});
