import { randomUUID } from 'node:crypto';
import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve, shopFolder } from './built-server';
import { postgresOf } from './launch';
import { beside, checkoutOf, kept, sendCheckout } from './small-shop';

const NOTHING = {
  orders: 0,
  reservations: 0,
  writes: 0,
  balances: [{ onHandGrams: 100_000, reservedGrams: 0 }],
};

/** Linux answers every write to this file with ENOSPC, as a full disk does. */
const FULL = '/dev/full';

it('refuses an order when its table finds the disk full, and takes it under the same key afterwards', async () => {
  const { DATA_DIR, shop } = shopFolder();
  const before = await serve({ DATA_DIR });
  const [row] = await beside(
    postgresOf(DATA_DIR).url,
    (database) => database.$queryRaw<{ file: string }[]>`SELECT pg_relation_filepath('"order"') AS file`,
  );
  const file = join(DATA_DIR, 'postgres', row?.file ?? '');
  before.kill('SIGTERM');
  await before.ended;

  renameSync(file, `${file}.aside`);
  symlinkSync(FULL, file);
  const checkout = checkoutOf(shop, randomUUID());
  const full = await serve({ DATA_DIR });
  expect(await sendCheckout(full.url, checkout)).toEqual({ status: 503, said: 'storage_full' });
  expect(await beside(postgresOf(DATA_DIR).url, kept)).toEqual(NOTHING);
  full.kill('SIGTERM');
  expect(await full.ended).toMatchObject({ code: 0 });

  renameSync(`${file}.aside`, file);
  const freed = await serve({ DATA_DIR });
  expect(await sendCheckout(freed.url, checkout)).toMatchObject({ status: 200, said: { ok: true } });
});

it('tells a person at the checkout form that the store is full, with what they typed', async () => {
  const { DATA_DIR, shop } = shopFolder();
  const server = await serve({ DATA_DIR });
  await beside(postgresOf(DATA_DIR).url, async (database) => {
    await database.$executeRaw`CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`;
    await database.$executeRaw`CREATE TRIGGER "disk_is_full" BEFORE INSERT ON "reservation"
      FOR EACH ROW EXECUTE FUNCTION disk_is_full()`;
    const key = randomUUID();
    const refused = await sendForm(server.url, checkoutOf(shop, key));
    expect(refused.status).toBe(503);
    const page = await refused.text();
    expect(page).toContain('Kho dữ liệu của cửa hàng đang đầy nên chưa nhận được đơn.');
    expect(page).toContain('Người mua thử');
    expect(page).toContain(key);
    expect(await kept(database)).toEqual(NOTHING);
    await database.$executeRaw`DROP TRIGGER "disk_is_full" ON "reservation"`;
    const taken = await sendForm(server.url, checkoutOf(shop, key));
    expect(taken.status).toBe(303);
    expect(taken.headers.get('Location')).toMatch(/^\/orders\/BN/);
  });
});

function sendForm(url: string, checkout: ReturnType<typeof checkoutOf>): Promise<Response> {
  const fields = {
    key: checkout.key,
    lines: JSON.stringify(Object.fromEntries(checkout.lines.map((line) => [line.productId, line.quantity]))),
    seenTotal: String(checkout.seenTotal),
    buyerName: checkout.buyerName,
    phone: checkout.phone,
    province: 'Đồng Nai',
    ward: 'Phước Long',
    street: checkout.street,
    method: checkout.method,
  };
  return fetch(`${url}/checkout`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
}
