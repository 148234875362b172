import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

let folder: string;
let server: EmbeddedPostgres;
const clients: pg.Client[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  server = await startEmbeddedPostgres(folder);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)));
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Connects; a connection that breaks because its server was killed is no failure here. */
async function connect(): Promise<pg.Client> {
  const url = new URL(server.url);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

async function kept(): Promise<number[]> {
  const { rows } = await (await connect()).query('SELECT n FROM kept ORDER BY n');
  return rows.map((row: { n: number }) => row.n);
}

async function writeOneCommittedOneOpen(): Promise<void> {
  const client = await connect();
  await client.query('CREATE TABLE kept (n int)');
  await client.query('INSERT INTO kept VALUES (1)');
  await client.query('BEGIN');
  await client.query('INSERT INTO kept VALUES (2)');
}

it('killed in the middle of a write, starts again with all that was committed and nothing else', async () => {
  await writeOneCommittedOneOpen();
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  server = await startEmbeddedPostgres(folder);
  expect(await kept()).toEqual([1]);
});

it('left behind by a process that died, is stopped by the next one, which finds its data', async () => {
  await writeOneCommittedOneOpen();
  const before = server.url;
  server = await startEmbeddedPostgres(folder);
  expect(server.url).not.toBe(before);
  expect(await kept()).toEqual([1]);
});

it('stopped in order, keeps what was committed, and a second stop does nothing', async () => {
  await writeOneCommittedOneOpen();
  await server.stop();
  await server.stop();
  server = await startEmbeddedPostgres(folder);
  expect(await kept()).toEqual([1]);
});

it('killed while somebody wants it to run, is there again at the same address, without what was open', async () => {
  await server.stop();
  const ended = vi.fn();
  server = await startEmbeddedPostgres(folder, { ended });
  await writeOneCommittedOneOpen();
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await vi.waitFor(async () => expect(await kept()).toEqual([1]), { timeout: 50_000, interval: 100 });
  expect(ended).toHaveBeenCalledOnce();
});
