import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOnRating,
  deliverOrder,
  eraseRating,
  lotsForLine,
  packBox,
  productOnSale,
  rateLine,
  ratingsInOffice,
  ratingsOfProduct,
  shipOrder,
} from '../index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import { shortName } from './short-name.ts';

const NOW = new Date('2026-06-10T03:00:00Z');
const GOOD = { stars: 5, words: 'Cơm dẻo, ngọt.', named: true };

let test: TestDatabase;
let delivered: { code: string; lineId: string };
let placed: { code: string; lineId: string };

async function anOrder() {
  const order = await checkOut(test.db, NOW, [{ productId: 'pro_kg', quantity: 2 }]);
  if (!order.ok) throw new Error(order.error.code);
  const { orderId, code } = order.value;
  const { id: lineId } = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  return { orderId, code, lineId };
}

async function deliver({ orderId, lineId }: { orderId: string; lineId: string }): Promise<void> {
  const { db } = test;
  const [lot] = await lotsForLine(db, NOW, lineId);
  const box = { orderId, lineId, lotId: lot?.lotId ?? '', units: 2, grams: 2000 };
  await kept(db, (tx) => packBox(tx, at(NOW), STAFF, box));
  await kept(db, (tx) => shipOrder(tx, at(NOW), STAFF, { orderId, carrier: 'Xe thử', tracking: null }));
  await kept(db, (tx) => deliverOrder(tx, at(NOW), STAFF, orderId));
}

beforeAll(async () => {
  test = await testDatabase(5);
  await aRi6Shop(test.db);
  await aHarvest(test.db, NOW, 50_000);
  const one = await anOrder();
  await deliver(one);
  delivered = one;
  placed = await anOrder();
});
afterAll(() => test.close());

const rate = (order: { code: string; lineId: string }, said: Partial<typeof GOOD> = {}) =>
  kept(test.db, (tx) => rateLine(tx, at(NOW), order.code, { lineId: order.lineId, ...GOOD, ...said }));

const act = (ratingId: string, kind: 'hide' | 'show' | 'answer', words: string) =>
  kept(test.db, (tx) => actOnRating(tx, at(NOW), STAFF, { ratingId, kind, words }));

const ofProduct = async () => (await productOnSale(test.db, NOW, { slug: 'kg' }))?.rating ?? null;

describe('a rating', () => {
  it('is refused before the order is delivered, and of a line of somebody else’s order', async () => {
    expect(await rate(placed)).toMatchObject({ error: { code: 'not_delivered' } });
    const others = { code: placed.code, lineId: delivered.lineId };
    expect(await rate(others)).toMatchObject({ error: { code: 'line_unknown' } });
    expect(await ofProduct()).toBeNull();
  });

  it('is taken once however many come at the same time, and tells of its harvest', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => rate(delivered)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rate(delivered)).toMatchObject({ error: { code: 'rated_already' } });
    const { ratings, stars } = await ratingsOfProduct(test.db, 'pro_kg', 10);
    expect(stars).toEqual([0, 0, 0, 0, 1]);
    expect(ratings).toMatchObject([
      { stars: 5, words: GOOD.words, by: 'Người T.', harvests: [{ plotName: 'Vườn thử' }], answer: null },
    ]);
    expect(await ofProduct()).toEqual({ mean: 5, count: 1 });
  });

  it('is hidden with a reason that is kept, and shown again', async () => {
    const [rating] = await ratingsInOffice(test.db, 10);
    const id = rating?.id ?? '';
    expect(await act('rat_none', 'hide', 'vì sao')).toMatchObject({ error: { code: 'rating_unknown' } });
    expect(await act(id, 'show', 'vì sao')).toMatchObject({ error: { code: 'rating_shown' } });
    expect((await act(id, 'hide', 'Có số điện thoại')).ok).toBe(true);
    expect(await act(id, 'hide', 'lại')).toMatchObject({ error: { code: 'rating_hidden' } });
    expect(await ofProduct()).toBeNull();
    expect((await ratingsOfProduct(test.db, 'pro_kg', 10)).ratings).toEqual([]);
    expect((await ratingsInOffice(test.db, 10))[0]?.hidden?.words).toBe('Có số điện thoại');
    expect((await act(id, 'show', 'Đã xóa số')).ok).toBe(true);
    expect(await ofProduct()).toEqual({ mean: 5, count: 1 });
    expect(await test.db.ratingAct.count()).toBe(2);
  });

  it('is answered, the last answer standing', async () => {
    const [rating] = await ratingsInOffice(test.db, 10);
    await act(rating?.id ?? '', 'answer', 'Cảm ơn bạn');
    await act(rating?.id ?? '', 'answer', 'Cảm ơn bạn nhiều');
    const [shown] = (await ratingsOfProduct(test.db, 'pro_kg', 10)).ratings;
    expect(shown?.answer?.words).toBe('Cảm ơn bạn nhiều');
  });

  it('is kept by the database as it was given, but for what its buyer wants gone', async () => {
    const { db } = test;
    const one = { where: { lineId: delivered.lineId } };
    const bad = { id: 'rat_1', lineId: placed.lineId, stars: 5, named: false, at: NOW };
    await expect(db.rating.create({ data: bad })).rejects.toThrow('rating_of_delivered_order');
    await expect(db.rating.update({ ...one, data: { stars: 1 } })).rejects.toThrow('append_only');
    await expect(db.rating.delete(one)).rejects.toThrow('append_only');
    await expect(db.ratingAct.deleteMany()).rejects.toThrow('append_only');
    await db.rating.update({ ...one, data: { words: null, named: false } });
    const [shown] = (await ratingsOfProduct(db, 'pro_kg', 10)).ratings;
    expect(shown).toMatchObject({ stars: 5, words: null, by: null });
  });

  it('is erased by who holds its order, read and counted no more, and not given anew', async () => {
    const { db } = test;
    const { lineId } = delivered;
    const erase = (code: string) => kept(db, (tx) => eraseRating(tx, at(NOW), code, lineId));
    expect(await erase(placed.code)).toMatchObject({ error: { code: 'rating_unknown' } });
    expect([(await erase(delivered.code)).ok, (await erase(delivered.code)).ok]).toEqual([true, true]);
    expect(await ofProduct()).toBeNull();
    expect(await ratingsOfProduct(db, 'pro_kg', 10)).toEqual({ ratings: [], stars: [0, 0, 0, 0, 0] });
    const [seen] = await ratingsInOffice(db, 10);
    expect(seen).toMatchObject({ words: null, by: null, erasedAt: NOW });
    expect(await act(seen?.id ?? '', 'answer', 'Cảm ơn')).toMatchObject({
      error: { code: 'rating_unknown' },
    });
    expect(await rate(delivered)).toMatchObject({ error: { code: 'rated_already' } });
    const back = db.rating.update({ where: { lineId }, data: { erasedAt: null } });
    await expect(back).rejects.toThrow('rating_erased_stays');
  });
});

it.each([
  ['Nguyễn Thị Hoa', 'Nguyễn H.'],
  ['  trần   văn  đức ', 'trần Đ.'],
  ['Hoa', 'H.'],
  ['王小明', '王*'],
])('shortens %s to %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
