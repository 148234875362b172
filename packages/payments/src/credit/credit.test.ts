import { newId, refusalOf } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cancelPayment,
  findCredit,
  grantCredit,
  payOutCredit,
  receivePayment,
  spendCredit,
  trialBalance,
} from '../index.ts';
import { anOrder, aSmallShop, FIRST, TOTAL } from '../payment.builders.ts';

const { db, close } = await testDatabase(8);
const PHONE = '+84900000099';

beforeAll(() => aSmallShop(db));
afterAll(() => close());

/** Credit of what an order that was paid and cancelled cost. Returns its code. */
async function someCredit(): Promise<string> {
  const orderId = await anOrder(db);
  const money = {
    orderId,
    source: 'staff',
    reference: newId('pev', FIRST),
    into: 'bank',
    byUser: null,
  } as const;
  await db.$transaction((tx) => receivePayment(tx, FIRST, { ...money, amount: dong(TOTAL) }));
  const refundId = await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
  const grant = () =>
    db.$transaction((tx) => grantCredit(tx, FIRST, { refundId: refundId ?? '', byUser: null }));
  const granted = await Promise.all([grant(), grant()]);
  const first = granted.find(({ ok }) => ok);
  expect(granted.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'refund_closed' } }]);
  if (!first?.ok) throw new Error('not granted');
  return first.value.code;
}
const spend = (orderId: string, code: string, phone = PHONE) =>
  db.$transaction((tx) => spendCredit(tx, FIRST, { orderId, code, phone }));
const balance = async () =>
  Number((await db.creditAccount.findUniqueOrThrow({ where: { phone: PHONE } })).balanceDong);

/** The books hold as credit what all numbers may still spend. */
async function theBooksAgree(): Promise<void> {
  const books = await db.$transaction((tx) => trialBalance(tx));
  const kept = await db.creditAccount.aggregate({ _sum: { balanceDong: true } });
  expect(-(books.find(({ account }) => account === 'credit')?.dong ?? 0n)).toBe(kept._sum.balanceDong);
  expect(books.reduce((all, { dong: each }) => all + each, 0n)).toBe(0n);
}

it('is granted once, spent once by whoever races, and given back when its order is cancelled', async () => {
  const code = await someCredit();
  expect(code).toMatch(/^[0-9A-Z]{12}$/);
  expect(await balance()).toBe(TOTAL);
  const orders = await Promise.all([1, 2, 3].map(() => anOrder(db)));
  const spoken = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
  const answers = await Promise.all(orders.map((orderId) => spend(orderId, spoken)));
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: TOTAL }]);
  expect(answers.filter(({ ok }) => !ok)).toEqual([
    ...[1, 2].map(() => ({ ok: false, error: { code: 'credit_empty' } })),
  ]);
  expect(await balance()).toBe(0);
  const paid = orders[answers.findIndex(({ ok }) => ok)] ?? '';
  expect(await db.payment.findUniqueOrThrow({ where: { orderId: paid } })).toMatchObject({
    state: 'received',
  });
  await theBooksAgree();
  const due = await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId: paid, byUser: null }));
  expect(due).toBeNull();
  expect(await balance()).toBe(TOTAL);
  await theBooksAgree();
});

it('pays a part, and of the cancelled order only the rest is money to be sent', async () => {
  const code = (await db.creditAccount.findUniqueOrThrow({ where: { phone: PHONE } })).code;
  const payOut = (amount: number) =>
    db.$transaction((tx) =>
      payOutCredit(tx, FIRST, {
        ...{ phone: PHONE, amount: dong(amount), through: 'cash', reference: 'phiếu chi 1', byUser: 'usr_1' },
      }),
    );
  expect(await payOut(TOTAL - 30_000)).toMatchObject({ ok: true });
  expect(await payOut(30_001)).toEqual({ ok: false, error: { code: 'credit_too_little', most: 30_000 } });
  const orderId = await anOrder(db);
  expect(await spend(orderId, code)).toEqual({ ok: true, value: 30_000 });
  const rest = { orderId, source: 'staff', reference: 'FT-REST', into: 'bank', byUser: null } as const;
  await db.$transaction((tx) => receivePayment(tx, FIRST, { ...rest, amount: dong(TOTAL - 30_000) }));
  await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
  const refunds = await db.refund.findMany({
    where: { payment: { orderId } },
    orderBy: { amountDong: 'asc' },
  });
  expect(refunds).toMatchObject([
    { amountDong: 30_000n, state: 'settled', through: 'credit' },
    { amountDong: BigInt(TOTAL - 30_000), state: 'due' },
  ]);
  expect(await balance()).toBe(30_000);
  await theBooksAgree();
});

it('opens to its own number alone, and the database lets nobody spend what is not there', async () => {
  const { code } = await db.creditAccount.findUniqueOrThrow({ where: { phone: PHONE } });
  const other = { code, phone: '+84900000001' };
  expect(await db.$transaction((tx) => findCredit(tx, other))).toEqual({
    ...{ ok: false, error: { code: 'credit_unknown' } },
  });
  const orderId = await anOrder(db);
  const forged = {
    kind: 'spent',
    dong: -30_001n,
    key: 'forged',
    phone: PHONE,
    orderId,
    at: FIRST.now,
  } as const;
  const refused = await db.creditEntry.create({ data: forged }).catch((error: unknown) => error);
  expect(refusalOf(refused)?.constraint).toBe('credit_not_below_zero');
});
