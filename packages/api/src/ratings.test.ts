import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let shop: Shop;
let guest: Caller;
let manager: Caller;
let order: { code: string; orderKey: string };
let lineId: string;

/** One delivered order of a box. */
beforeAll(async () => {
  shop = await aShop();
  guest = await shop.as();
  manager = await shop.as(await shop.personWith(['manager']));
  const batch = await shop.cut('plo_named', 60_000);
  const placed = await guest.checkout.place(aForm());
  if (!placed.ok) throw new Error(placed.error.code);
  order = placed.value;
  const { id: orderId, lines } = await shop.db.order.findUniqueOrThrow({
    where: { code: order.code },
    include: { lines: true },
  });
  lineId = lines[0]?.id ?? '';
  const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch } });
  const box = { orderId, lineId, lotId: lot.id, units: 1, grams: 10_300 };
  const write = () => ({ key: crypto.randomUUID(), orderId });
  for (const step of [
    await manager.officeOrders.packBox({ ...write(), ...box }),
    await manager.officeOrders.ship({ ...write(), carrier: 'Xe nhà', tracking: null }),
    await manager.officeOrders.deliver(write()),
  ])
    if (!step.ok) throw new Error(step.error.code);
});
afterAll(() => shop.close());

const rating = (more = {}) => ({
  ...{ key: crypto.randomUUID(), ...order, lineId, stars: 4, named: true },
  ...{ words: '  Ngon,\r\n\r\n\r\n  sẽ mua lại. ', ...more },
});

it('takes a rating by the key of the order’s page alone, of 1 to 5 stars and 600 characters', async () => {
  const unknown = { ok: false, error: { code: 'order_unknown' } };
  expect(await guest.ratings.give(rating({ orderKey: 'x'.repeat(22) }))).toEqual(unknown);
  expect(await guest.ratings.give(rating({ code: 'BN2222222' }))).toEqual(unknown);
  await expect(guest.ratings.give(rating({ stars: 6 }))).rejects.toThrow('stars_missing');
  await expect(guest.ratings.give(rating({ words: 'a'.repeat(601) }))).rejects.toThrow('too_long');
  const sent = rating();
  const given = await guest.ratings.give(sent);
  expect(given.ok).toBe(true);
  expect(await guest.ratings.give(sent)).toEqual(given);
});

it('shows it with the buyer’s shortened name and nothing else of theirs, and counts it', async () => {
  const said = await guest.ratings.ofProduct({ slug: 'ri6' });
  expect(said).toMatchObject({
    value: { ratings: [{ stars: 4, words: 'Ngon,\n\nsẽ mua lại.', by: 'Người T.' }] },
  });
  expect(JSON.stringify(said)).not.toMatch(/Người Mua Thử|900000099|Số nhà riêng|usr_/);
  expect(JSON.stringify(said)).not.toContain(order.code);
  const product = await guest.products.one({ slug: 'ri6' });
  expect(product).toMatchObject({ value: { rating: { mean: 4, count: 1 } } });
  const followed = await guest.checkout.follow(order);
  expect(followed).toMatchObject({ value: { rateAs: 'Người T.', lines: [{ stars: 4 }] } });
});

it('lets a manager hide it only with a reason', async () => {
  const [seen] = await manager.ratings.inOffice();
  const act = { key: crypto.randomUUID(), ratingId: seen?.id ?? '', kind: 'hide' as const };
  await expect(manager.ratings.act({ ...act, words: '  ' })).rejects.toThrow('words_missing');
  expect((await manager.ratings.act({ ...act, words: 'Có số điện thoại' })).ok).toBe(true);
  expect(await guest.ratings.ofProduct({ slug: 'ri6' })).toMatchObject({ value: { ratings: [] } });
});
