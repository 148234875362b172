import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { orderView } from './index.ts';
import { aHarvest, aRi6Shop, checkOut } from './shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(3);
  await aRi6Shop(test.db);
  await aHarvest(test.db, NOW, 400_000);
});
afterAll(() => test.close());

it('shows an order’s lines as they lay in the cart, whatever chance their ids were made of', async () => {
  const carts = [
    ['pro_box', 'pro_kg'],
    ['pro_kg', 'pro_box'],
  ];
  for (const cart of [...carts, ...carts, ...carts, ...carts]) {
    const lines = cart.map((productId) => ({ productId, quantity: 1 }));
    const placed = await checkOut(test.db, NOW, lines);
    if (!placed.ok) throw new Error(placed.error.code);
    const order = await orderView(test.db, { id: placed.value.orderId });
    expect(order?.lines.map(({ product }) => product.id)).toEqual(cart);
  }
});
