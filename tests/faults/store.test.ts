import { randomInt } from 'node:crypto';
import type { Database } from '@baunghe/db';
import { expect, it } from 'vitest';
import { type BuiltServer, serve, shopFolder } from './built-server';
import { checkouts, disagreements, fillStore, type Sending, send, signInAt, spoilages } from './busy-store';
import { postgresOf } from './launch';
import { beside } from './small-shop';

const HANDS = 12;
const PER_KIND = { 'checkout.place': 180, 'officeOrders.packBox': 120, 'store.spoil': 200 };

/** In any order: orders, boxes and spoiled fruit come as they come. */
function shuffled<T>(list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

type Done = { sending: Sending; said: 'done' | 'refused' };

/**
 * Sends what is left with many hands until all is answered or `until` are; then `strike` falls in the middle of what is
 * under way. What nobody answered stays in the list, to be sent again under its own key.
 */
async function work(server: BuiltServer, left: Sending[], done: Done[], until: number, strike: () => void) {
  const cookie = await signInAt(server.url);
  let struck = false;
  const unanswered: Sending[] = [];
  const hand = async () => {
    for (let sending = left.pop(); sending; sending = left.pop()) {
      const said = await send(server.url, cookie, sending);
      if (said === null) unanswered.push(sending);
      else done.push({ sending, said });
      if (done.length >= until && !struck) {
        struck = true;
        strike();
      }
      if (struck) return;
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  left.push(...unanswered);
}

/** How much of each kind the database holds, beyond what was there before. */
async function kept(database: Database) {
  return {
    'checkout.place': await database.order.count(),
    'officeOrders.packBox': await database.box.count(),
    'store.spoil': await database.stockMove.count({ where: { kind: 'spoil' } }),
  };
}

it('keeps every balance at its ledger, whatever is killed amid 500 writes on 20 lots', async () => {
  const { DATA_DIR, shop } = shopFolder();
  let server = await serve({ DATA_DIR });
  const left = await beside(postgresOf(DATA_DIR).url, async (database) => {
    const packing = await fillStore(database, shop, PER_KIND['officeOrders.packBox']);
    const spoiling = await spoilages(database, PER_KIND['store.spoil']);
    return shuffled([...packing, ...spoiling, ...checkouts(shop, PER_KIND['checkout.place'])]);
  });
  expect(left).toHaveLength(500);
  const done: Done[] = [];

  await work(server, left, done, 60 + randomInt(120), () => server.kill('SIGKILL'));
  expect(await server.ended).toMatchObject({ signal: 'SIGKILL' });
  server = await serve({ DATA_DIR });

  const { pid } = postgresOf(DATA_DIR);
  await work(server, left, done, 240 + randomInt(120), () => process.kill(pid, 'SIGKILL'));
  server.kill('SIGKILL');
  await server.ended;
  server = await serve({ DATA_DIR });

  await work(server, left, done, Number.POSITIVE_INFINITY, () => {});
  expect(left).toEqual([]);
  expect(done).toHaveLength(500);
  await beside(postgresOf(DATA_DIR).url, async (database) => {
    expect(await disagreements(database)).toEqual([]);
    const told = (kind: Sending['procedure']) =>
      done.filter(({ sending, said }) => sending.procedure === kind && said === 'done').length;
    expect(await kept(database)).toEqual({
      'checkout.place': PER_KIND['officeOrders.packBox'] + told('checkout.place'),
      'officeOrders.packBox': told('officeOrders.packBox'),
      'store.spoil': told('store.spoil'),
    });
    // Each box and each spoiled fruit has its event, since both were one write.
    expect(await database.stockMove.count({ where: { kind: 'spoil', eventId: null } })).toBe(0);
    for (const kind of ['checkout.place', 'officeOrders.packBox', 'store.spoil'] as const)
      expect(told(kind)).toBeGreaterThan(0);
  });
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
}, 180_000);
