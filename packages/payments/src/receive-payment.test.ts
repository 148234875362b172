import { randomBytes } from 'node:crypto';
import { type Moment, newId } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterInBooks, type IncomingMoney, receivePayment, trialBalance } from './index.ts';

const TOTAL = 930_000;
const at = (now: string): Moment => ({ now: new Date(now), random: randomBytes });
const FIRST = at('2026-06-07T03:00:00Z');
const LATER = at('2026-06-08T03:00:00Z');

let test: TestDatabase;

beforeEach(async () => {
  test = await testDatabase(8);
  const { db } = test;
  const variety = { fruit: 'durian', looseGtin: '99521234001006', shelfDays: 8, picture: 'x.svg' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', ...variety } });
  const sold = {
    varietyCode: 'RI6',
    grade: 'A',
    saleUnit: 'box',
    unitGrams: 10_000,
    priceDong: 900_000n,
  } as const;
  const told = { nameVi: 'Ri6', nameEn: 'Ri6', descriptionVi: '', descriptionEn: '' };
  await db.product.create({ data: { id: 'pro_1', slug: 'ri6', gtin: '09521234002000', ...sold, ...told } });
  const province = { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' };
  await db.province.create({ data: province });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
});
afterEach(() => test.close());

/** An order of 930,000 đồng that waits for its transfer. Returns its id. */
async function anOrder(state: 'awaiting' | 'cancelled' = 'awaiting'): Promise<string> {
  const id = newId('ord', FIRST);
  const purpose = `BN${id.slice(-7).toUpperCase()}`;
  const line = { quantity: 1, unitGrams: 10_000, unitPriceDong: 900_000n, lineDong: 900_000n };
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', street: 'Số 1', locale: 'vi' };
  await test.db.order.create({
    data: {
      id,
      code: purpose,
      ...buyer,
      ward: { connect: { provinceCode_code: { provinceCode: '75', code: '25217' } } },
      method: 'vietqr',
      goodsDong: 900_000n,
      deliveryDong: 30_000n,
      totalDong: BigInt(TOTAL),
      placedAt: FIRST.now,
      steps: { create: { toState: 'placed', at: FIRST.now } },
      lines: { create: { id: newId('lin', FIRST), productId: 'pro_1', ...line } },
      payment: {
        create: {
          id: newId('pay', FIRST),
          method: 'vietqr',
          amountDong: BigInt(TOTAL),
          purpose,
          state,
          createdAt: FIRST.now,
        },
      },
    },
  });
  return id;
}

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
    const orderId = await anOrder();
    expect(await tell(orderId)).toEqual(RECEIVED);
    expect(await test.db.payment.findUnique({ where: { orderId } })).toMatchObject({
      state: 'received',
      receivedAt: FIRST.now,
    });
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('goes into the cash box when it was paid at the door', async () => {
    await tell(await anOrder(), { into: 'cash', source: 'delivery' });
    expect(await trialBalance(test.db)).toEqual([
      { account: 'cash', dong: BigInt(TOTAL) },
      { account: 'buyers', dong: BigInt(-TOTAL) },
    ]);
  });

  it('counts once however often it is told, at once or later, with the first answer each time', async () => {
    const orderId = await anOrder();
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(orderId)));
    expect(answers).toEqual(Array(8).fill(RECEIVED));
    expect(await tell(orderId, {}, LATER)).toEqual(RECEIVED);
    expect(await test.db.paymentEvent.count()).toBe(1);
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('of one order from two tellers at once counts once, and the other is told when it came', async () => {
    const orderId = await anOrder();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, teller) => tell(orderId, { reference: `FT${teller}` })),
    );
    expect(answers.filter((answer) => answer.ok)).toEqual([RECEIVED]);
    const others = answers.filter((answer) => !answer.ok);
    expect(others).toEqual(Array(5).fill(refused({ code: 'already_received', at: FIRST.now })));
    expect(await trialBalance(test.db)).toEqual(PAID_BY_BANK);
  });

  it('told under one reference pays one order only', async () => {
    const [one, two] = [await anOrder(), await anOrder()];
    expect(await tell(one)).toEqual(RECEIVED);
    expect(await tell(two)).toEqual(refused({ code: 'reference_used' }));
    expect(await tell(two, { source: 'bank' })).toEqual(RECEIVED);
  });

  it('is refused when it is another sum, by one đồng even, with the right one named', async () => {
    const orderId = await anOrder();
    for (const amount of [dong(TOTAL - 1), dong(TOTAL + 1), dong(-TOTAL)])
      expect(await tell(orderId, { amount })).toEqual(refused({ code: 'amount_differs', expected: TOTAL }));
    expect(await trialBalance(test.db)).toEqual([]);
    expect(await tell(orderId)).toEqual(RECEIVED);
  });

  it('is refused for a cancelled order and for none', async () => {
    expect(await tell(await anOrder('cancelled'))).toEqual(refused({ code: 'payment_cancelled' }));
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
