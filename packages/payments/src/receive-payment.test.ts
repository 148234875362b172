import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterInBooks, type IncomingMoney, receivePayment, trialBalance } from './index.ts';
import { anOrder, aSmallShop, at, FIRST, TOTAL } from './payment.builders.ts';

const LATER = at('2026-06-08T03:00:00Z');

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase(8);
  await aSmallShop(test.db);
});
afterEach(() => test.close());

function tell(orderId: string, more: Partial<IncomingMoney> = {}, moment = FIRST) {
  const money = {
    orderId,
    source: 'staff',
    reference: 'FT1',
    amount: dong(TOTAL),
    into: 'bank',
    byUser: null,
  } as const;
  return test.db.$transaction((tx) => receivePayment(tx, moment, { ...money, ...more }));
}

const RECEIVED = { ok: true, value: { receivedAt: FIRST.now } };
const refused = (error: object) => ({ ok: false, error });
const PAID_BY_BANK = [
  { account: 'bank', dong: BigInt(TOTAL) },
  { account: 'buyers', dong: BigInt(-TOTAL) },
];

describe('money that comes in', () => {
  it('is booked: the payment is received, the bank has more, the buyer owes less', async () => {
    const orderId = await anOrder(test.db);
    expect(await tell(orderId)).toEqual(RECEIVED);
    expect(await test.db.payment.findUnique({ where: { orderId } })).toMatchObject({
      state: 'received',
      receivedAt: FIRST.now,
    });
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('goes into the cash box when it was paid at the door', async () => {
    await tell(await anOrder(test.db), { into: 'cash', source: 'delivery' });
    expect(await trialBalance(test.db)).toEqual([
      { account: 'cash', dong: BigInt(TOTAL) },
      { account: 'buyers', dong: BigInt(-TOTAL) },
    ]);
  });

  it('counts once however often it is told, at once or later, with the first answer each time', async () => {
    const orderId = await anOrder(test.db);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(orderId)));
    expect(answers).toEqual(Array(8).fill(RECEIVED));
    expect(await tell(orderId, {}, LATER)).toEqual(RECEIVED);
    expect(await test.db.paymentEvent.count()).toBe(1);
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('of one order from two tellers at once counts once, and the other is told when it came', async () => {
    const orderId = await anOrder(test.db);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, teller) => tell(orderId, { reference: `FT${teller}` })),
    );
    expect(answers.filter((answer) => answer.ok)).toEqual([RECEIVED]);
    const others = answers.filter((answer) => !answer.ok);
    expect(others).toEqual(Array(5).fill(refused({ code: 'already_received', at: FIRST.now })));
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('told under one reference pays one order only', async () => {
    const [one, two] = [await anOrder(test.db), await anOrder(test.db)];
    expect(await tell(one)).toEqual(RECEIVED);
    expect(await tell(two)).toEqual(refused({ code: 'reference_used' }));
    expect(await tell(two, { source: 'bank' })).toEqual(RECEIVED);
  });

  it('is refused when it is another sum, by one đồng even, with the right one named', async () => {
    const orderId = await anOrder(test.db);
    for (const amount of [dong(TOTAL - 1), dong(TOTAL + 1), dong(-TOTAL)])
      expect(await tell(orderId, { amount })).toEqual(refused({ code: 'amount_differs', expected: TOTAL }));
    expect(await trialBalance(test.db)).toEqual([]);
    expect(await tell(orderId)).toEqual(RECEIVED);
  });

  it('is refused for a cancelled order and for none', async () => {
    expect(await tell(await anOrder(test.db, 'cancelled'))).toEqual(refused({ code: 'payment_cancelled' }));
    expect(await tell('ord_none')).toEqual(refused({ code: 'payment_unknown' }));
    expect(await test.db.paymentEvent.count()).toBe(0);
  });
});

describe('the books', () => {
  const enter = (key: string, ...sums: number[]) =>
    test.db.$transaction((tx) =>
      enterInBooks(tx, FIRST, {
        key,
        orderId: 'ord_1',
        sides: sums.map((sum, index) => ({ account: index === 0 ? 'buyers' : 'sales', dong: dong(sum) })),
      }),
    );

  it('take an entry that balances, without its sides of zero, and one key once', async () => {
    await enter('one', 500, -500, 0);
    expect(await test.db.posting.count()).toBe(2);
    await expect(enter('one', 500, -500)).rejects.toThrow();
    expect(await trialBalance(test.db)).toEqual([
      { account: 'buyers', dong: 500n },
      { account: 'sales', dong: -500n },
    ]);
  });

  it('take nothing that is off by one đồng, nor an entry of nothing', async () => {
    await expect(enter('off', 500, -499)).rejects.toThrow(/journal_balances/);
    await expect(enter('none', 0, 0)).rejects.toThrow(/journal_balances/);
    expect(await test.db.journal.count()).toBe(0);
  });
});
