import { afterAll, expect, it } from 'vitest';
import { openDatabase } from './open.ts';
import { testDatabase } from './testing/index.ts';

const test = await testDatabase(5);
const other = openDatabase(test.url, 1);
afterAll(async () => {
  await other.$disconnect();
  await test.close();
});

const endOthers = () =>
  other.$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;

it('answers again after its connections were ended, wherever their transactions stood', async () => {
  const short = () => test.db.$transaction((tx) => tx.$queryRaw`SELECT 1`);
  for (let round = 0; round < 40; round++) {
    const busy = Promise.allSettled(Array.from({ length: 4 }, short));
    await endOthers();
    await busy;
    await endOthers();
  }
  await expect.poll(short).toEqual([{ '?column?': 1 }]);
});
