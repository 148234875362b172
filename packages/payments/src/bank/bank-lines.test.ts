import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelPayment, receivePayment, refundPurpose, takeLine, trialBalance } from '../index.ts';
import { anOrder, aSmallShop, at, FIRST, TOTAL } from '../payment.builders.ts';
import { assignToOrder, assignToRefund, setLineAside } from './assign-line.ts';
import type { TellingOfLine } from './bank-line.ts';

const OURS = '0123456789';
const SEPAY = { provider: 'sepay', byUser: null } as const;
const STATEMENT = { provider: 'statement', byUser: 'usr_1' } as const;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase(12);
  await aSmallShop(test.db);
});
afterAll(() => test.close());

let count = 0;

/** A movement as the bank tells it; every one another. */
function moved(amount: number, content: string, more: Partial<TellingOfLine> = {}): TellingOfLine {
  const number = ++count;
  const where = { account: OURS, subAccount: null, code: null, at: FIRST.now };
  const what = { told: String(number), direction: 'in', reference: `FT${number}` } as const;
  return { ...where, ...what, amount: dong(amount), content, ...more };
}
const take = (line: TellingOfLine, teller: Parameters<typeof takeLine>[2] = SEPAY) =>
  test.db.$transaction((tx) => takeLine(tx, FIRST, teller, line, OURS));
const purposeOf = async (orderId: string) =>
  (await test.db.payment.findUniqueOrThrow({ where: { orderId } })).purpose;
const paymentOf = (orderId: string) =>
  test.db.payment.findUniqueOrThrow({ where: { orderId }, include: { refunds: true } });
async function anAwaited(): Promise<{ orderId: string; purpose: string }> {
  const orderId = await anOrder(test.db);
  return { orderId, purpose: await purposeOf(orderId) };
}
const lineOf = (told: string | null) =>
  test.db.bankTelling.findFirstOrThrow({ where: { told: told ?? '' } }).then(({ lineId }) => lineId);

/** What the books' bank holds is what the movements that were taken for something come to. */
async function theBankAddsUp(): Promise<void> {
  const matches = await test.db.bankMatch.findMany({
    where: { kind: { not: 'not_ours' }, undoing: null },
    include: { line: true },
  });
  const sum = matches.reduce(
    (all, { line }) => all + (line.direction === 'in' ? 1n : -1n) * line.amountDong,
    0n,
  );
  const untold = await test.db.paymentEvent.aggregate({
    where: { bankMatch: null, source: 'staff' },
    _sum: { amountDong: true },
  });
  const books = await test.db.$transaction((tx) => trialBalance(tx));
  expect(books.find(({ account }) => account === 'bank')?.dong ?? 0n).toBe(
    sum + (untold._sum.amountDong ?? 0n),
  );
  expect(books.reduce((all, { dong: each }) => all + each, 0n)).toBe(0n);
}

describe('money that comes in', () => {
  it('finds its order however the bank mangles what was written', async () => {
    const mangled: ((purpose: string) => string)[] = [
      (purpose) => purpose.toLowerCase(),
      (purpose) => `${purpose.slice(0, 2)} - ${purpose.slice(2)}`,
      (purpose) => `MBVCB.3278907687.${purpose}.CT tu 0451000 toi 0123`,
      (purpose) => `IBFT Nguyễn trả tiền${purpose}GD 6159-060726`,
      (purpose) => purpose.split('').join(' '),
    ];
    for (const mangle of mangled) {
      const { purpose, orderId } = await anAwaited();
      expect(await take(moved(TOTAL, mangle(purpose)))).toBe('paid');
      expect((await paymentOf(orderId)).state).toBe('received');
    }
    await theBankAddsUp();
  });

  it('that is too little is kept and waits for the rest; too much and twice are owed back', async () => {
    const { orderId, purpose } = await anAwaited();
    expect(await take(moved(TOTAL - 30_000, purpose))).toBe('short');
    expect(await take(moved(50_000, purpose))).toBe('over');
    expect(await take(moved(TOTAL, purpose))).toBe('not_wanted');
    const payment = await paymentOf(orderId);
    expect(payment).toMatchObject({ state: 'received', receivedDong: BigInt(TOTAL) * 2n + 20_000n });
    expect(payment.refunds.map(({ amountDong }) => Number(amountDong)).sort((a, b) => a - b)).toEqual([
      20_000,
      TOTAL,
    ]);
    await theBankAddsUp();
  });

  it('for a cancelled order is owed back', async () => {
    const { orderId, purpose } = await anAwaited();
    await test.db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
    expect(await take(moved(TOTAL, purpose))).toBe('not_wanted');
    expect((await paymentOf(orderId)).refunds).toMatchObject([{ reason: 'paid_late', state: 'due' }]);
  });

  it('that names no order, or two, or came on another account, waits for staff', async () => {
    const [one, two] = [await anAwaited(), await anAwaited()];
    expect(await take(moved(TOTAL, 'tien sau rieng'))).toBe('unknown');
    expect(await take(moved(TOTAL, `${one.purpose} ${two.purpose}`))).toBe('unknown');
    expect(await take(moved(TOTAL, one.purpose, { account: '999' }))).toBe('unknown');
    expect(await take(moved(TOTAL, 'x', { account: '999', subAccount: OURS, code: one.purpose }))).toBe(
      'paid',
    );
  });

  it('that somebody wrote down by hand is not booked again', async () => {
    const { orderId, purpose } = await anAwaited();
    const byHand = { orderId, source: 'staff', reference: 'seen on the phone', into: 'bank' } as const;
    await test.db.$transaction((tx) =>
      receivePayment(tx, FIRST, { ...byHand, amount: dong(TOTAL), byUser: 'usr_1' }),
    );
    expect(await take(moved(TOTAL, purpose))).toBe('told_before');
    expect(await take(moved(TOTAL, purpose))).toBe('not_wanted');
    await theBankAddsUp();
  });

  it('is assigned by hand once, also after it was set aside', async () => {
    const { orderId, purpose } = await anAwaited();
    const line = moved(TOTAL, 'quen ghi ma don');
    await take(line);
    const lineId = await lineOf(line.told);
    const byUser = 'usr_1';
    const aside = await test.db.$transaction((tx) =>
      setLineAside(tx, FIRST, { lineId, why: 'tiền cho thuê kho', byUser }),
    );
    expect(aside).toEqual({ ok: true });
    const assign = () =>
      test.db.$transaction((tx) => assignToOrder(tx, FIRST, { lineId, orderCode: purpose, byUser }));
    const answers = await Promise.all([assign(), assign(), assign()]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { orderId, kind: 'paid' } }]);
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(2);
    expect((await paymentOf(orderId)).receivedDong).toBe(BigInt(TOTAL));
    await theBankAddsUp();
  });
});

describe('money that leaves', () => {
  async function anOwed(): Promise<{ refundId: string; amount: number }> {
    const { orderId, purpose } = await anAwaited();
    const amount = 10_000 + ++count;
    await take(moved(TOTAL + amount, purpose));
    return { refundId: (await paymentOf(orderId)).refunds[0]?.id ?? '', amount };
  }
  const out = { direction: 'out' } as const;
  const refund = (id: string) => test.db.refund.findUniqueOrThrow({ where: { id } });

  it('gives the refund that it names, and the account of the buyer is forgotten', async () => {
    const { refundId, amount } = await anOwed();
    const { paymentId } = await refund(refundId);
    const account = {
      paymentId,
      bin: '970436',
      account: '0000000000',
      holder: 'NGUOI MUA THU',
      at: FIRST.now,
    };
    await test.db.payoutAccount.create({ data: account });
    expect(await take(moved(amount, `CK ${refundPurpose(refundId)}`, out))).toBe('refund_given');
    expect(await refund(refundId)).toMatchObject({ state: 'settled', through: 'bank' });
    expect(await test.db.payoutAccount.count({ where: { paymentId } })).toBe(0);
    expect(await take(moved(amount, `CK ${refundPurpose(refundId)}`, out))).toBe('unknown');
    await theBankAddsUp();
  });

  it('is said by hand to give a refund, of its very sum', async () => {
    const { refundId, amount } = await anOwed();
    const line = moved(amount, 'tra khach', out);
    expect(await take(line)).toBe('unknown');
    const other = moved(amount + 1, 'tra khach', out);
    await take(other);
    const byUser = 'usr_1';
    const assign = async (told: string | null) => {
      const lineId = await lineOf(told);
      return test.db.$transaction((tx) => assignToRefund(tx, FIRST, { lineId, refundId, byUser }));
    };
    expect(await assign(other.told)).toMatchObject({ ok: false, error: { code: 'refund_differs' } });
    expect(await assign(line.told)).toEqual({ ok: true });
    expect(await assign(line.told)).toMatchObject({ ok: false, error: { code: 'line_settled' } });
    await theBankAddsUp();
  });
});

describe('a movement is kept once', () => {
  it('told by a feed and a statement, in either order, alike ones by their count', async () => {
    const { purpose } = await anAwaited();
    const line = moved(5000, purpose);
    expect(await take(line)).toBe('short');
    expect(
      await take({ ...line, told: null, content: 'as the statement has it' }, { ...STATEMENT, nth: 1 }),
    ).toBe('told_before');
    const first = moved(7000, purpose);
    expect(await take({ ...first, told: null }, { ...STATEMENT, nth: 1 })).toBe('short');
    expect(await take({ ...first, told: null }, { ...STATEMENT, nth: 2 })).toBe('short');
    expect(await take(first)).toBe('told_before');
    expect(await take({ ...first, told: 'its second' })).toBe('told_before');
    expect(await take({ ...first, told: 'its third' })).toBe('short');
    await theBankAddsUp();
  });

  it('whatever is told, by whom, in what order and however often, even at once', async () => {
    const step = fc.record({
      order: fc.nat(1),
      amount: fc.constantFrom(TOTAL, TOTAL - 1000, 1000, 2 * TOTAL),
      times: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.nat(), async (steps, turn) => {
        const orders = [await anAwaited(), await anAwaited()];
        const lines = steps.map(({ order, amount }) => moved(amount, `ck ${orders[order]?.purpose}`));
        const tellings = lines.flatMap((line, at) => [
          ...Array.from({ length: steps[at]?.times ?? 1 }, () => () => take(line)),
          () => take({ ...line, told: null }, { ...STATEMENT, nth: 1 }),
        ]);
        const turned = tellings.map((_, at) => tellings[(at * 7 + turn) % tellings.length] ?? tellings[0]);
        await Promise.all([...turned, ...tellings].map((tell) => tell?.()));
        for (const [at, { orderId }] of orders.entries()) {
          const sum = steps.filter(({ order }) => order === at).reduce((all, { amount }) => all + amount, 0);
          const payment = await paymentOf(orderId);
          expect(payment.receivedDong).toBe(BigInt(sum));
          expect(payment.refundDong).toBe(BigInt(Math.max(0, sum - TOTAL)));
          expect(payment.state).toBe(sum >= TOTAL ? 'received' : 'awaiting');
        }
      }),
      { numRuns: 8 },
    );
    await theBankAddsUp();
  });

  it('and stays as it was written', async () => {
    await expect(test.db.bankLine.updateMany({ data: { nth: 9 } })).rejects.toThrow('append_only');
    await expect(test.db.bankMatch.deleteMany()).rejects.toThrow('append_only');
    const { purpose, orderId } = await anAwaited();
    const line = moved(1000, 'unknown');
    await take(line);
    await take(moved(2000, purpose));
    const event = await test.db.paymentEvent.findFirstOrThrow({ where: { payment: { orderId } } });
    const other = {
      id: 'bmt_x',
      lineId: await lineOf(line.told),
      eventId: event.id,
      at: at('2026-06-07T04:00:00Z').now,
    };
    await expect(test.db.bankMatch.create({ data: { ...other, kind: 'order' } })).rejects.toThrow();
  });
});
