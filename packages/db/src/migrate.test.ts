import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations');

let server: TestDatabase;
let url: string;
let folder: string;

beforeEach(async () => {
  server = await testDatabase(1);
  const fresh = new URL(server.url);
  fresh.pathname += '_fresh';
  url = fresh.href;
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await server.db.$executeRawUnsafe(
    `DROP DATABASE IF EXISTS "${new URL(url).pathname.slice(1)}" WITH (FORCE)`,
  );
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function aMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  await client.end();
  return rows.map((row: { tablename: string }) => row.tablename);
}

it('makes the database and brings it to its newest form, and the second time does nothing', async () => {
  const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(await migrate(url, MIGRATIONS)).toEqual(folders.map(({ name }) => name).sort());
  const made = await tables();
  expect(made).toEqual(expect.arrayContaining(['lot', 'order', 'trace_event']));
  expect(await migrate(url, MIGRATIONS)).toEqual([]);
  expect(await tables()).toEqual(made);
});

it('adds what is new to what was there', async () => {
  await aMigration('1_first', 'CREATE TABLE first (n int)');
  expect(await migrate(url, folder)).toEqual(['1_first']);
  await aMigration('2_second', 'CREATE TABLE second (n int)');
  expect(await migrate(url, folder)).toEqual(['2_second']);
  expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second']);
});

it('leaves nothing of a migration that breaks in its middle, and says so again rather than go on', async () => {
  await aMigration('1_first', 'CREATE TABLE first (n int)');
  await aMigration('2_broken', 'CREATE TABLE half (n int); SELECT 1/0;');
  await expect(migrate(url, folder)).rejects.toThrow(/division by zero/);
  expect(await tables()).toEqual(['_prisma_migrations', 'first']);
  await expect(migrate(url, folder)).rejects.toThrow(/2_broken/);
});
