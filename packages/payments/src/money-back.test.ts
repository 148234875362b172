import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelPayment,
  changeAmountDue,
  dropRefund,
  forgoAfterSale,
  missingOf,
  oweRefund,
  settleRefund,
  takeMoney,
  trialBalance,
} from './index.ts';
import { aGiving, anOrder, aSmallShop, FIRST, TOTAL } from './payment.builders.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(12);
  await aSmallShop(test.db);
});
afterAll(() => test.close());

let told = 0;

/** The bank says that money came in for an order. */
function bankSays(orderId: string, amount: number, reference = `FT${told++}`) {
  const money = { orderId, source: 'bank', reference, amount: dong(amount), into: 'bank' } as const;
  return test.db.$transaction((tx) => takeMoney(tx, FIRST, { ...money, byUser: null }));
}
const nowCosts = (orderId: string, amount: number, key: string) =>
  test.db.$transaction((tx) =>
    changeAmountDue(tx, FIRST, { orderId, amount: dong(amount), reason: 'weighed_less', key }),
  );
const paymentOf = (orderId: string) => test.db.payment.findUniqueOrThrow({ where: { orderId } });
const refundsOf = (orderId: string) =>
  test.db.refund.findMany({ where: { payment: { orderId } }, orderBy: { createdAt: 'asc' } });
async function standingOf(orderId: string, account: 'bank' | 'buyers' | 'claims'): Promise<bigint> {
  const sum = await test.db.posting.aggregate({
    where: { account, journal: { orderId } },
    _sum: { dong: true },
  });
  return sum._sum.dong ?? 0n;
}

describe('money that the bank says is here', () => {
  it('pays an order in two parts, and says what is missing in between', async () => {
    const orderId = await anOrder(test.db);
    expect(await bankSays(orderId, TOTAL - 5000)).toEqual({
      ok: true,
      value: { kind: 'short', missing: 5000 },
    });
    expect((await paymentOf(orderId)).state).toBe('awaiting');
    expect(await bankSays(orderId, 5000)).toEqual({ ok: true, value: { kind: 'paid' } });
    expect(await paymentOf(orderId)).toMatchObject({ state: 'received', receivedDong: BigInt(TOTAL) });
  });

  it('beyond the sum is owed back, and so is a second payment, and one for a cancelled order', async () => {
    const orderId = await anOrder(test.db);
    expect(await bankSays(orderId, TOTAL + 700)).toMatchObject({ value: { kind: 'over', tooMuch: 700 } });
    expect(await bankSays(orderId, TOTAL)).toMatchObject({ value: { kind: 'not_wanted' } });
    const owed = (await refundsOf(orderId)).map(({ amountDong, reason }) => [amountDong, reason]);
    expect(owed).toEqual([
      [700n, 'overpaid'],
      [BigInt(TOTAL), 'overpaid'],
    ]);
    const cancelled = await anOrder(test.db, 'cancelled');
    expect(await bankSays(cancelled, 1000)).toMatchObject({ value: { kind: 'not_wanted' } });
    expect(await refundsOf(cancelled)).toMatchObject([{ amountDong: 1000n, reason: 'paid_late' }]);
  });

  it('counts once under its reference, told eight times at once', async () => {
    const orderId = await anOrder(test.db);
    const answers = await Promise.all(Array.from({ length: 8 }, () => bankSays(orderId, TOTAL, 'FT-AGAIN')));
    const kinds = answers.map((answer) => answer.ok && answer.value.kind);
    expect(kinds.filter((kind) => kind === 'paid')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'told_before')).toHaveLength(7);
    expect(await standingOf(orderId, 'bank')).toBe(BigInt(TOTAL));
    const other = await anOrder(test.db);
    expect(await bankSays(other, TOTAL, 'FT-AGAIN')).toEqual({
      ok: false,
      error: { code: 'reference_used' },
    });
  });
});

describe('what an order costs', () => {
  it('less than was paid, is owed back once; more, waits for the rest', async () => {
    const orderId = await anOrder(test.db);
    await bankSays(orderId, TOTAL);
    const less = await nowCosts(orderId, TOTAL - 30_000, 'weighed:1');
    expect(less).toMatchObject({ ok: true, value: { missing: 0, refundId: expect.stringMatching(/^rfd_/) } });
    expect(await nowCosts(orderId, TOTAL - 30_000, 'weighed:1')).toMatchObject({ value: { refundId: null } });
    expect(await refundsOf(orderId)).toHaveLength(1);
    expect(await nowCosts(orderId, TOTAL, 'weighed:2')).toMatchObject({ value: { missing: 30_000 } });
    expect(await paymentOf(orderId)).toMatchObject({ state: 'awaiting', receivedAt: null });
  });

  it('is forgone in part after the sale, in the books too, once and never beyond it', async () => {
    const orderId = await anOrder(test.db);
    await bankSays(orderId, TOTAL);
    const forgo = (off: number, key: string) =>
      test.db.$transaction((tx) =>
        forgoAfterSale(tx, FIRST, { orderId, off: dong(off), reason: 'claim', key }),
      );
    await expect(forgo(100_000, 'claim:1')).rejects.toThrow(/claim_refund_is_given/);
    await aGiving(test.db, { orderId, key: 'claim:1', amount: 100_000 });
    await expect(forgo(100_001, 'claim:1')).rejects.toThrow(/claim_refund_is_given/);
    await expect(forgo(99_999, 'claim:1')).rejects.toThrow(/forgone_is_given/);
    const first = await forgo(100_000, 'claim:1');
    expect(first).toMatchObject({ ok: true, value: { missing: 0 } });
    expect(await forgo(100_000, 'claim:1')).toEqual(first);
    expect(await standingOf(orderId, 'claims')).toBe(100_000n);
    const most = TOTAL - 100_000;
    expect(await forgo(most + 1, 'claim:2')).toEqual({ ok: false, error: { code: 'refund_too_much', most } });
    await aGiving(test.db, { orderId, key: 'claim:3', amount: most });
    await forgo(most, 'claim:3');
    expect(await paymentOf(orderId)).toMatchObject({ amountDong: 0n, refundDong: BigInt(TOTAL) });
  });

  it('is nothing once it is cancelled, and all that came in is owed back', async () => {
    const orderId = await anOrder(test.db);
    await bankSays(orderId, 400_000);
    const cancel = () => test.db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
    expect(await cancel()).toMatch(/^rfd_/);
    expect(await cancel()).toBeNull();
    expect(await refundsOf(orderId)).toMatchObject([{ amountDong: 400_000n, reason: 'cancelled' }]);
    expect(await nowCosts(orderId, 1, 'late')).toEqual({ ok: false, error: { code: 'payment_cancelled' } });
  });
});

describe('a refund', () => {
  /** An order paid with 1,000 đồng too much. Returns its id and the refund's. */
  async function overpaid() {
    const orderId = await anOrder(test.db);
    await bankSays(orderId, TOTAL + 1000);
    const [refund] = await refundsOf(orderId);
    return { orderId, refundId: refund?.id ?? '' };
  }
  const give = (refundId: string, reference = 'UNC 1') =>
    test.db.$transaction((tx) =>
      settleRefund(tx, FIRST, { refundId, through: 'bank', reference, byUser: null }),
    );

  it('leaves the bank once, also when two clerks give it at once', async () => {
    const { orderId, refundId } = await overpaid();
    const answers = await Promise.all([give(refundId), give(refundId, 'UNC 2')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'refund_closed' } });
    expect(await standingOf(orderId, 'bank')).toBe(BigInt(TOTAL));
    expect(await standingOf(orderId, 'buyers')).toBe(BigInt(-TOTAL));
  });

  it('that is dropped keeps its money, and is not given afterwards', async () => {
    const { orderId, refundId } = await overpaid();
    const drop = () =>
      test.db.$transaction((tx) =>
        dropRefund(tx, FIRST, { refundId, why: 'người mua tặng', byUser: 'usr_1' }),
      );
    expect(await drop()).toEqual({ ok: true });
    expect(await drop()).toMatchObject({ error: { code: 'refund_closed' } });
    expect(await give(refundId)).toMatchObject({ error: { code: 'refund_closed' } });
    expect((await paymentOf(orderId)).refundDong).toBe(0n);
  });

  it('is never of more than came in, nor of money owed already', async () => {
    const { orderId } = await overpaid();
    const owe = (amount: number) =>
      test.db.$transaction((tx) =>
        oweRefund(tx, FIRST, { orderId, amount: dong(amount), reason: 'changed', key: `all:${orderId}` }),
      );
    expect(await owe(TOTAL + 1)).toEqual({ ok: false, error: { code: 'refund_too_much', most: TOTAL } });
    expect(await give('rfd_none')).toEqual({ ok: false, error: { code: 'refund_unknown' } });
  });

  it('is kept so by the database: bounded, begun as due, closed once, never removed', async () => {
    const { orderId, refundId } = await overpaid();
    const { id: paymentId } = await paymentOf(orderId);
    const row = { paymentId, reason: 'changed', createdAt: FIRST.now } as const;
    const make = (more: object) =>
      test.db.refund.create({
        data: { id: `rfd_${told++}`, key: `k${told}`, amountDong: 1n, ...row, ...more },
      });
    await expect(make({ amountDong: BigInt(TOTAL) + 1n })).rejects.toThrow(/payment_gives_back_what_came/);
    await expect(make({})).rejects.toThrow(/payment_received_in_full/);
    const closed = { state: 'settled', through: 'bank', closedAt: FIRST.now };
    await expect(make(closed)).rejects.toThrow(/refund_way/);
    await give(refundId);
    const where = { id: refundId };
    await expect(test.db.refund.update({ where, data: { note: 'x' } })).rejects.toThrow(/refund_way/);
    await expect(test.db.refund.delete({ where })).rejects.toThrow(/append_only/);
  });
});

it('whatever comes in, changes and is given back, what is kept is what the order costs or less, and the books are at zero', async () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('bank' as const), dong: fc.integer({ min: 1, max: 2 * TOTAL }) }),
    fc.record({ do: fc.constant('costs' as const), dong: fc.integer({ min: 0, max: 2 * TOTAL }) }),
    fc.record({ do: fc.constant('give' as const), dong: fc.constant(0) }),
    fc.record({ do: fc.constant('cancel' as const), dong: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const orderId = await anOrder(test.db);
      for (const each of acts) {
        if (each.do === 'bank') await bankSays(orderId, each.dong);
        if (each.do === 'costs') await nowCosts(orderId, each.dong, `costs:${told++}`);
        if (each.do === 'cancel')
          await test.db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
        const open = (await refundsOf(orderId)).find(({ state }) => state === 'due');
        if (each.do === 'give' && open)
          await test.db.$transaction((tx) =>
            settleRefund(tx, FIRST, { refundId: open.id, through: 'bank', reference: 'x', byUser: null }),
          );
      }
      const payment = await paymentOf(orderId);
      const kept = payment.receivedDong - payment.refundDong;
      const costs = payment.state === 'cancelled' ? 0n : payment.amountDong;
      expect(kept + BigInt(missingOf(payment))).toBe(costs);
      const given = (await refundsOf(orderId)).filter(({ state }) => state === 'settled');
      const givenDong = given.reduce((sum, { amountDong }) => sum + amountDong, 0n);
      expect(await standingOf(orderId, 'bank')).toBe(payment.receivedDong - givenDong);
    }),
    { numRuns: 15 },
  );
  const sum = (await trialBalance(test.db)).reduce((total, { dong: each }) => total + each, 0n);
  expect(sum).toBe(0n);
});
