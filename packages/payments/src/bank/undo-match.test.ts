import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assignToOrder,
  bankLines,
  cancelPayment,
  refundPurpose,
  takeLine,
  trialBalance,
  undoMatch,
} from '../index.ts';
import { anOrder, aSmallShop, FIRST, TOTAL } from '../payment.builders.ts';

const { db, close } = await testDatabase(8);
beforeAll(() => aSmallShop(db));
afterAll(() => close());

let count = 0;

/** Tells of a movement. Returns what became of it, and its line. */
async function told(amount: number, content: string, direction: 'in' | 'out' = 'in') {
  const number = String(++count);
  const what = { told: number, direction, reference: `FT${number}`, amount: dong(amount), content };
  const where = { account: null, subAccount: null, code: null, at: FIRST.now };
  const teller = { provider: 'sepay', byUser: null } as const;
  const outcome = await db.$transaction((tx) => takeLine(tx, FIRST, teller, { ...what, ...where }, null));
  const { lineId } = await db.bankTelling.findFirstOrThrow({ where: { told: number } });
  return { outcome, lineId };
}
const paymentOf = (orderId: string) =>
  db.payment.findUniqueOrThrow({ where: { orderId }, include: { refunds: true } });
async function anAwaited(): Promise<{ orderId: string; purpose: string }> {
  const orderId = await anOrder(db);
  return { orderId, purpose: (await paymentOf(orderId)).purpose };
}

/** The books hold in the bank what the payments received, less what was given back. */
async function theBankAddsUp(): Promise<void> {
  const books = await db.$transaction((tx) => trialBalance(tx));
  const came = await db.payment.aggregate({ _sum: { receivedDong: true } });
  const given = await db.refund.aggregate({ where: { state: 'settled' }, _sum: { amountDong: true } });
  const bank = (came._sum.receivedDong ?? 0n) - (given._sum.amountDong ?? 0n);
  expect(books.find(({ account }) => account === 'bank')?.dong ?? 0n).toBe(bank);
  expect(books.reduce((all, { dong: each }) => all + each, 0n)).toBe(0n);
}

describe('money of the wrong order', () => {
  const byUser = 'usr_1';
  const undo = (lineId: string) =>
    db.$transaction((tx) => undoMatch(tx, FIRST, { lineId, why: 'nhầm đơn', byUser }));

  it('is taken away from it again, once, and taken for the right one', async () => {
    const [wrong, right] = [await anAwaited(), await anAwaited()];
    const { outcome, lineId } = await told(TOTAL + 20_000, wrong.purpose);
    expect(outcome).toBe('over');
    const answers = await Promise.all([undo(lineId), undo(lineId)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { orderId: wrong.orderId } }]);
    expect(await paymentOf(wrong.orderId)).toMatchObject({
      ...{ state: 'awaiting', receivedDong: 0n, refundDong: 0n },
      refunds: [{ state: 'dropped' }],
    });
    const { rows } = await bankLines(db, { show: 'unknown', after: null, limit: 50 });
    expect(rows.find(({ id }) => id === lineId)).toMatchObject({ is: null });
    await theBankAddsUp();
    const assign = () =>
      db.$transaction((tx) => assignToOrder(tx, FIRST, { lineId, orderCode: right.purpose, byUser }));
    expect(await assign()).toMatchObject({ ok: true, value: { kind: 'over' } });
    expect(await assign()).toEqual({ ok: false, error: { code: 'line_settled' } });
    expect(await paymentOf(right.orderId)).toMatchObject({ state: 'received' });
    await theBankAddsUp();
  });

  it('stays where it was given back already', async () => {
    const { orderId, purpose } = await anAwaited();
    const { lineId } = await told(TOTAL + 9_000, purpose);
    const refundId = (await paymentOf(orderId)).refunds[0]?.id ?? '';
    expect((await told(9_000, refundPurpose(refundId), 'out')).outcome).toBe('refund_given');
    expect(await undo(lineId)).toEqual({ ok: false, error: { code: 'money_given_back' } });
    expect((await paymentOf(orderId)).state).toBe('received');
  });

  it('of a cancelled one is not owed back to its buyer any more, the rest is', async () => {
    const { orderId, purpose } = await anAwaited();
    await told(30_000, purpose);
    const { lineId } = await told(50_000, purpose);
    await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
    expect(await undo(lineId)).toMatchObject({ ok: true });
    expect(await paymentOf(orderId)).toMatchObject({ receivedDong: 30_000n, refundDong: 30_000n });
    await theBankAddsUp();
  });
});
