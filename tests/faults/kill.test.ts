import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { serve, shopFolder } from './built-server';
import { gone, postgresOf } from './launch';
import { beside, checkoutOf, kept, sendCheckout } from './small-shop';

const ONE_ORDER = {
  orders: 1,
  reservations: 1,
  writes: 1,
  balances: [{ onHandGrams: 100_000, reservedGrams: 10_000 }],
};

async function withOneOrder() {
  const { DATA_DIR, shop } = shopFolder();
  const server = await serve({ DATA_DIR });
  const checkout = checkoutOf(shop, randomUUID());
  const first = await sendCheckout(server.url, checkout);
  expect(first).toMatchObject({ status: 200, said: { ok: true } });
  return { DATA_DIR, server, checkout, first };
}

async function isAsBefore({ DATA_DIR, checkout, first }: Awaited<ReturnType<typeof withOneOrder>>) {
  const again = await serve({ DATA_DIR });
  expect(await sendCheckout(again.url, checkout)).toEqual(first);
  expect(await beside(postgresOf(DATA_DIR).url, kept)).toEqual(ONE_ORDER);
  again.kill('SIGTERM');
  expect(await again.ended).toMatchObject({ code: 0 });
}

it('starts again with every order after the server was killed', async () => {
  const before = await withOneOrder();
  before.server.kill('SIGKILL');
  expect(await before.server.ended).toMatchObject({ signal: 'SIGKILL' });
  await isAsBefore(before);
});

it('starts again with every order after the server and its PostgreSQL were killed', async () => {
  const before = await withOneOrder();
  const { pid } = postgresOf(before.DATA_DIR);
  before.server.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await before.server.ended;
  await isAsBefore(before);
});

it('says that the database is away when only PostgreSQL was killed, and keeps the key free', async () => {
  const before = await withOneOrder();
  const { server, DATA_DIR, checkout } = before;
  const { pid } = postgresOf(DATA_DIR);
  process.kill(pid, 'SIGKILL');
  await gone(pid);
  const second = { ...checkout, key: randomUUID() };
  expect(await sendCheckout(server.url, second)).toEqual({ status: 503, said: 'database_away' });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  await isAsBefore(before);
});
