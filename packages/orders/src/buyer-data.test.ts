import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  askErasure,
  askExport,
  cancelOrder,
  consentsOf,
  dataRequests,
  eraseOldOrders,
  orderData,
  recordConsents,
  withdrawConsent,
} from './index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept } from './shop.builders.ts';

const NOW = new Date('2026-06-07T02:00:00Z');
const PHONE = '+84900000099';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase(2);
  await aRi6Shop(test.db);
  await aHarvest(test.db, NOW, 500_000);
});
afterAll(() => test.close());

const refusal = (sql: string) =>
  test.db.$executeRawUnsafe(sql).then(
    () => 'taken',
    (error: unknown) => refusalOf(error)?.constraint,
  );

async function anOrder() {
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_kg', quantity: 1 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value;
}

async function cancelled(orderId: string, on: Date) {
  await kept(test.db, (tx) => cancelOrder(tx, at(on), { orderId, byUser: 'usr_1', why: 'khách đổi ý' }));
}

it('keeps consent by purpose with its words, and that it was taken back', async () => {
  const { orderId } = await anOrder();
  const said = { phone: '+84900000011', locale: 'en', page: '/checkout', orderId };
  await recordConsents(test.db, at(NOW), { ...said, purposes: [] });
  expect(await consentsOf(test.db, said.phone)).toEqual([]);
  await recordConsents(test.db, at(NOW), { ...said, purposes: ['news_sms'] });
  expect(await consentsOf(test.db, said.phone)).toMatchObject([
    { purpose: 'news_sms', given: true, version: 1, at: NOW, words: expect.stringContaining('new harvests') },
  ]);
  expect(await withdrawConsent(test.db, at(NOW), { ...said, purpose: 'rating_name' })).toBe(false);
  expect(await withdrawConsent(test.db, at(NOW), { ...said, purpose: 'news_sms' })).toBe(true);
  expect(await withdrawConsent(test.db, at(NOW), { ...said, purpose: 'news_sms' })).toBe(false);
  expect(await consentsOf(test.db, said.phone)).toMatchObject([{ given: false }]);
  expect(await test.db.consent.count({ where: { phone: said.phone } })).toBe(2);
  expect(await refusal(`UPDATE "consent" SET "given" = true`)).toBe('consent_stays');
  expect(await refusal(`DELETE FROM "consent"`)).toBe('consent_stays');
  expect(await refusal(`UPDATE "consent_wording" SET "vi" = 'khác'`)).toBe('consent_stays');
});

it('keeps under which versions an order was placed', async () => {
  const day = new Date('2026-06-07');
  for (const [number, holdsFrom] of [
    [1, day],
    [2, new Date('2026-06-08')],
  ] as const)
    await test.db.termsVersion.create({
      data: { slug: 'privacy', number, bodyVi: 'x', writtenAt: NOW, holdsFrom },
    });
  const { code } = await anOrder();
  const told = await orderData(test.db, code);
  expect(told.ok && told.value.terms).toEqual([{ slug: 'privacy', number: 1 }]);
  expect(await refusal(`UPDATE "order_terms" SET "number" = 2`)).toBe('terms_stay');
});

it('tells all that is kept of a buyer, and of other orders no more than code and day', async () => {
  const other = await anOrder();
  const { code, orderId } = await anOrder();
  await askExport(test.db, at(NOW), orderId);
  const told = await orderData(test.db, code);
  if (!told.ok) throw new Error(told.error.code);
  expect(told.value.order).toMatchObject({ code, phone: PHONE, buyerName: 'Người mua thử', street: 'Số 1' });
  expect(told.value.otherOrders).toContainEqual({ code: other.code, placedAt: NOW });
  expect(told.value.keptUntil).toEqual(new Date('2029-06-07T02:00:00Z'));
  expect(told.value.requests).toEqual([{ kind: 'export', at: NOW }]);
});

it('erases what nothing obliges to keep, and names the day for the rest', async () => {
  const { code, orderId } = await anOrder();
  await test.db.order.update({ where: { id: orderId }, data: { note: 'Gọi trước' } });
  await recordConsents(test.db, at(NOW), {
    ...{ phone: PHONE, purposes: ['news_sms'], locale: 'vi', page: '/checkout', orderId },
  });
  const ended = new Date('2026-06-09T02:00:00Z');
  await cancelled(orderId, ended);
  const asked = { code, locale: 'vi', page: '/my-data' };
  const keptUntil = new Date('2029-06-09T02:00:00Z');
  expect(await askErasure(test.db, at(ended), asked)).toEqual({
    ok: true,
    value: { erased: ['news_sms', 'note'], keptUntil },
  });
  expect(await consentsOf(test.db, PHONE)).toMatchObject([{ given: false }]);
  expect(await test.db.order.findUnique({ where: { id: orderId } })).toMatchObject({
    note: null,
    phone: PHONE,
  });
  expect((await dataRequests(test.db, 5))[0]).toMatchObject({ kind: 'erase', orderCode: code, keptUntil });
});

it('keeps name, phone and street three years after the end, not a day less, and then erases them', async () => {
  const { code, orderId } = await anOrder();
  const open = await anOrder();
  const ended = new Date('2026-06-10T02:00:00Z');
  await cancelled(orderId, ended);
  const sealed = () =>
    test.db.$queryRaw`SELECT (SELECT json_agg(e ORDER BY e."id") FROM "trace_event" e) AS events,
      (SELECT json_agg(p ORDER BY p."id") FROM "posting" p) AS books`;
  const before = await sealed();
  const row = () => test.db.order.findUniqueOrThrow({ where: { id: orderId } });
  await eraseOldOrders(test.db, at(new Date('2029-06-10T01:59:59Z')));
  expect(await row()).toMatchObject({ phone: PHONE, erasedAt: null });
  const then = new Date('2029-06-10T02:00:00Z');
  expect(await eraseOldOrders(test.db, at(then))).toBe(1);
  expect(await row()).toMatchObject({ buyerName: '', phone: '', street: '', note: null, erasedAt: then });
  expect(await eraseOldOrders(test.db, at(then))).toBe(0);
  expect(await test.db.order.findUnique({ where: { id: open.orderId } })).toMatchObject({ phone: PHONE });
  expect(await orderData(test.db, code)).toEqual({ ok: false, error: { code: 'order_unknown' } });
  expect(await sealed()).toEqual(before);
  expect(await refusal(`UPDATE "order" SET "erasedAt" = NULL WHERE "id" = '${orderId}'`)).not.toBe('taken');
});

it('is kept so by the database: nothing is erased before its three years', async () => {
  const { orderId } = await anOrder();
  const set = (change: string) => refusal(`UPDATE "order" SET ${change} WHERE "id" = '${orderId}'`);
  expect(await set(`"buyerName" = ''`)).toBe('order_kept_three_years');
  expect(await set(`"street" = ''`)).toBe('order_kept_three_years');
  expect(await set(`"phone" = ''`)).toBe('order_phone_form');
  const all = `"buyerName" = '', "phone" = '', "street" = '', "note" = NULL`;
  expect(await set(`${all}, "erasedAt" = '2029-06-07T01:59:00Z'`)).toMatch(
    /^order_(kept_three_years|erased)$/,
  );
  await cancelled(orderId, NOW);
  expect(await set(`${all}, "erasedAt" = '2029-06-07T01:59:00Z'`)).toBe('order_kept_three_years');
  expect(await set(`"erasedAt" = '2029-06-08T00:00:00Z'`)).toBe('order_erased');
});
