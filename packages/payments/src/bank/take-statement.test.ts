import type { Database, Tx } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewStatement, refundPurpose, takeStatement, trialBalance } from '../index.ts';
import { anOrder, aSmallShop, FIRST, TOTAL } from '../payment.builders.ts';
import type { StatementLine } from './statement.ts';

const { db, close } = await testDatabase(4);
beforeAll(() => aSmallShop(db));
afterAll(() => close());

/** A statement's movement; its number tells it apart. */
function moved(
  number: string,
  amount: number,
  content: string,
  direction: 'in' | 'out' = 'in',
): StatementLine {
  const where = { told: null, account: null, subAccount: null, code: null, at: FIRST.now };
  return { told: { ...where, direction, amount: dong(amount), content, reference: number }, nth: 1 };
}

/** The database, counting what is asked of it, and a way to take a statement by it. */
function counting() {
  const asked = { queries: 0, transactions: 0 };
  const counted = db.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        asked.queries++;
        return query(args);
      },
    },
  }) as unknown as Database;
  const taken: string[] = [];
  const take = (lines: readonly StatementLine[]) =>
    takeStatement(
      (act) => {
        asked.transactions++;
        return counted.$transaction((tx) => act(tx as Tx));
      },
      FIRST,
      { byUser: 'usr_1', ours: '0123456789', taken: async (_tx, orderId) => void taken.push(orderId) },
      lines,
    );
  return { asked, counted, take, taken };
}

const purposeOf = async (orderId: string) =>
  (await db.payment.findUniqueOrThrow({ where: { orderId } })).purpose;

it('of two thousand movements is looked through and taken by few queries, and again by fewer', async () => {
  const [exact, over] = [await anOrder(db), await anOrder(db)];
  const plain = Array.from({ length: 1996 }, (_, n) => moved(`FT${n}`, 10_000 + n, `tien hang so ${n}`));
  const lines = [...plain];
  lines.splice(700, 0, moved('FTA', TOTAL, `CT tu 0451 ${await purposeOf(exact)} GD 1`));
  lines.splice(900, 0, moved('FTB', TOTAL + 9000, (await purposeOf(over)).toLowerCase()));
  lines.splice(901, 0, { ...moved('FTB', TOTAL + 9000, 'x'), nth: 2 });
  lines.push(moved('FTC', 5000, 'phi dich vu', 'out'));
  const { asked, counted, take, taken } = counting();
  const statement = { lines, header: [], columns: {}, unread: [] };
  expect((await previewStatement(counted, statement)).some(({ isKept }) => isKept)).toBe(false);
  expect(asked.queries).toBe(1);
  expect(await take(lines)).toEqual({ unknown: 1998, paid: 1, over: 1 });
  expect(taken).toEqual([exact, over]);
  // Six a transaction, and what two matches take: far from one for each of 2,000.
  expect(asked.transactions).toBe(10);
  expect(asked.queries).toBeLessThan(130);
  asked.queries = 0;
  expect((await previewStatement(counted, statement)).every(({ isKept }) => isKept)).toBe(true);
  expect(await take(lines)).toEqual({ told_before: 2000 });
  expect(asked.queries).toBeLessThan(50);
  const refund = await db.refund.findFirstOrThrow({ where: { payment: { orderId: over } } });
  const gave = moved('FTD', 9000, `tra lai ${refundPurpose(refund.id)}`, 'out');
  expect(await take([gave, { ...gave, nth: 2 }])).toEqual({ refund_given: 1, unknown: 1 });
  const books = await db.$transaction((tx) => trialBalance(tx));
  expect(books.find(({ account }) => account === 'bank')?.dong).toBe(BigInt(2 * TOTAL));
});

it('with a movement that the database refuses loses none of the others', async () => {
  const orderId = await anOrder(db);
  const good = Array.from({ length: 9 }, (_, n) => moved(`FX${n}`, 20_000 + n, 'tien hang'));
  const paid = moved('FXP', TOTAL, await purposeOf(orderId));
  const { take } = counting();
  expect(await take([...good.slice(0, 4), moved('FX-', 0, 'khong dong'), paid, ...good.slice(4)])).toEqual({
    ...{ unknown: 9, broken: 1, paid: 1 },
  });
  expect(await take([...good, paid])).toEqual({ told_before: 10 });
});
