import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Database } from '@baunghe/db';
import { expect, it } from 'vitest';
import { serve, shopFolder } from './built-server';
import { gone, postgresOf } from './launch';
import { beside, checkoutOf, sendCheckout } from './small-shop';

it.each(['SIGTERM', 'SIGINT'] as const)('finishes a running order at %s, then ends', async (signal) => {
  const { DATA_DIR, shop } = shopFolder();
  const server = await serve({ DATA_DIR });
  const { pid, url } = postgresOf(DATA_DIR);
  const answered = await beside(url, async (database) => {
    const { answer } = await database.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT FROM "lot_balance" FOR UPDATE`;
        const sending = sendCheckout(server.url, checkoutOf(shop, randomUUID()));
        await someoneWaits(database);
        server.kill(signal);
        await refusesConnections(server.port);
        return { answer: sending };
      },
      { timeout: 60_000 },
    );
    return await answer;
  });
  expect(answered).toMatchObject({ status: 200, said: { ok: true } });
  expect(await server.ended).toMatchObject({ code: 0, errors: [] });
  await gone(pid);
  const again = await serve({ DATA_DIR });
  expect(await beside(postgresOf(DATA_DIR).url, (database) => database.order.count())).toBe(1);
  again.kill(signal);
  expect(await again.ended).toMatchObject({ code: 0 });
});

it('ends in order when it is told to twice', async () => {
  const { DATA_DIR } = shopFolder();
  const server = await serve({ DATA_DIR });
  server.kill('SIGINT');
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, errors: [] });
});

/** Waits until a session of the database waits for a lock that another one holds. */
async function someoneWaits(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    if (row && row.waiting > 0n) return;
  }
}

async function refusesConnections(port: number): Promise<void> {
  const connects = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, 'localhost', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  while (await connects()) await new Promise((done) => setTimeout(done, 20));
}
