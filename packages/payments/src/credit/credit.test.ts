import { newId, refusalOf } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cancelPayment,
  changeAmountDue,
  eraseCredit,
  eraseOldCredit,
  findCredit,
  grantCredit,
  payOutCredit,
  receivePayment,
  settleRefund,
  spendCredit,
  takeMoney,
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

/** Makes the number's credit stand at a sum, whatever it was. */
async function topUp(wanted: number): Promise<void> {
  const left = await balance();
  const out = { phone: PHONE, through: 'cash', reference: 'phiếu chi', byUser: 'usr_1' } as const;
  if (left > 0) await db.$transaction((tx) => payOutCredit(tx, FIRST, { ...out, amount: dong(left) }));
  const orderId = await anOrder(db);
  const money = { orderId, source: 'bank', into: 'bank', byUser: null } as const;
  const reference = newId('pev', FIRST);
  await db.$transaction((tx) => takeMoney(tx, FIRST, { ...money, reference, amount: dong(TOTAL + wanted) }));
  const { id: refundId } = await db.refund.findFirstOrThrow({ where: { payment: { orderId } } });
  await db.$transaction((tx) => grantCredit(tx, FIRST, { refundId, byUser: null }));
  expect(await balance()).toBe(wanted);
}
/** Another refund of the order that one is of, of a sum beyond it. */
async function aRefund(of: string): Promise<string> {
  const { paymentId } = await db.refund.findUniqueOrThrow({ where: { id: of } });
  const id = newId('rfd', FIRST);
  await db.paymentEvent.create({
    data: { id, source: 'test', reference: id, paymentId, amountDong: 1n, at: FIRST.now },
  });
  await db.refund.create({
    data: { id, key: id, paymentId, amountDong: 1n, reason: 'changed', createdAt: FIRST.now },
  });
  return id;
}

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

it('takes a part back only where no money is left to give, never more of either than was paid by it', async () => {
  const code = (await db.creditAccount.findUniqueOrThrow({ where: { phone: PHONE } })).code;
  const act = fc.oneof(
    fc.record({ do: fc.constant('costs' as const), dong: fc.integer({ min: 0, max: TOTAL }) }),
    fc.record({ do: fc.constantFrom('give' as const, 'cancel' as const), dong: fc.constant(0) }),
  );
  const paid = fc.constantFrom(1, 200_000, TOTAL - 1, TOTAL);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(paid, fc.array(act, { minLength: 1, maxLength: 5 }), async (byCredit, acts) => {
      await topUp(byCredit);
      const orderId = await anOrder(db);
      await spend(orderId, code);
      const money = { orderId, source: 'bank', into: 'bank', byUser: null } as const;
      const reference = `SPLIT-${told++}`;
      if (byCredit < TOTAL)
        await db.$transaction((tx) =>
          takeMoney(tx, FIRST, { ...money, reference, amount: dong(TOTAL - byCredit) }),
        );
      for (const each of acts) {
        const change = {
          orderId,
          amount: dong(each.dong),
          reason: 'changed',
          key: `split:${told++}`,
        } as const;
        if (each.do === 'costs') await db.$transaction((tx) => changeAmountDue(tx, FIRST, change));
        if (each.do === 'cancel')
          await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }));
        const due = await db.refund.findFirst({ where: { state: 'due', payment: { orderId } } });
        const how = { refundId: due?.id ?? '', through: 'bank', reference: 'x', byUser: null } as const;
        if (each.do === 'give' && due) await db.$transaction((tx) => settleRefund(tx, FIRST, how));
      }
      const refunds = await db.refund.findMany({ where: { payment: { orderId } } });
      const sum = (of: typeof refunds) => of.reduce((all, { amountDong }) => all + Number(amountDong), 0);
      const asCredit = sum(refunds.filter(({ through }) => through === 'credit'));
      const asMoney = sum(refunds.filter(({ through }) => through !== 'credit'));
      expect(asMoney).toBeLessThanOrEqual(TOTAL - byCredit);
      expect(asCredit).toBeLessThanOrEqual(byCredit);
      if (asCredit > 0) expect(asMoney).toBe(TOTAL - byCredit);
      expect(await balance()).toBe(asCredit);
    }),
    { numRuns: 8 },
  );
  await theBooksAgree();
  const { refundId, orderId } = await db.creditEntry.findFirstOrThrow({ where: { kind: 'given_back' } });
  const row = { kind: 'given_back', dong: BigInt(TOTAL) + 1n, phone: PHONE, at: FIRST.now } as const;
  const forged = db.creditEntry.create({
    data: { ...row, orderId, refundId: await aRefund(refundId ?? '') },
  });
  await expect(forged).rejects.toThrow(/credit_back_within_spent/);
});

it('is money again where its number was erased, which is while nothing is left of it', async () => {
  const { code } = await db.creditAccount.findUniqueOrThrow({ where: { phone: PHONE } });
  await topUp(50_000);
  const erase = () => db.$transaction((tx) => eraseCredit(tx, FIRST, PHONE));
  expect(await erase()).toBe(false);
  const orderId = await anOrder(db);
  expect(await spend(orderId, code)).toEqual({ ok: true, value: 50_000 });
  // The order still knows the number, so that nobody but its owner has it erased.
  expect(await db.$transaction((tx) => eraseOldCredit(tx, FIRST))).toBe(0);
  const entries = () => db.creditEntry.aggregate({ _count: true, _sum: { dong: true } });
  const before = await entries();
  expect(await erase()).toBe(true);
  expect(await erase()).toBe(false);
  expect(await db.creditEntry.count({ where: { phone: PHONE } })).toBe(0);
  expect(await db.creditAccount.findMany()).toMatchObject([{ phone: expect.stringMatching(/^erased:crd_/) }]);
  expect(await entries()).toEqual(before);
  expect(await spend(await anOrder(db), code)).toMatchObject({ error: { code: 'credit_unknown' } });
  expect(await db.$transaction((tx) => cancelPayment(tx, FIRST, { orderId, byUser: null }))).not.toBeNull();
  const refused = (sql: string) =>
    db.$executeRawUnsafe(sql).catch((error: unknown) => refusalOf(error)?.constraint);
  expect(await refused(`UPDATE "credit_account" SET "phone" = '+84900000001'`)).toBe(
    'credit_account_number_stays',
  );
  expect(await refused(`UPDATE "credit_entry" SET "dong" = "dong" + 1`)).toBe('append_only');
  await theBooksAgree();
  const old = { phone: '+84900000777', code: 'ABCDEFGHJK23', createdAt: FIRST.now };
  await db.creditAccount.create({ data: old });
  expect(await db.$transaction((tx) => eraseOldCredit(tx, FIRST))).toBe(1);
});
