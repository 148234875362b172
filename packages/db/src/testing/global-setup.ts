import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';

/** Vitest's global setup: one PostgreSQL for the run, unless the runner has already started one for all packages. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'baunghe-test-'));
  const server = await startEmbeddedPostgres(folder, { mayLose: true });
  process.env.TEST_POSTGRES_URL = server.url;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
