import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isNewest } from './is-newest.ts';
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

/** Before harvests knew their member, and accounts were changed by two. */
const BEFORE = '20261129035000';
const LIVED_IN = `
  SET session_replication_role = replica;
  INSERT INTO "member" ("id", "code", "name", "joinedOn") VALUES ('mem_1', 'XV01', 'Người Trồng Thử', '2024-01-01');
  INSERT INTO "plot" ("id", "code", "name", "memberId", "areaM2", "outline") VALUES ('plo_1', 'T01', 'Thửa thử', 'mem_1', 1, '[]');
  INSERT INTO "harvest" ("id", "plotId", "varietyCode", "grade", "cutOn", "grams", "recordedAt")
    VALUES ('har_1', 'plo_1', 'ri6', 'A', '2026-06-01', 1000, now());
  INSERT INTO "member_bank_account" VALUES ('mem_1', '970405', '0000000001', 'NGUOI TRONG THU', now(), 'usr_1');
  INSERT INTO "order_change" ("orderId", "kind", "before", "after", "totalBefore", "totalAfter", "at")
    VALUES ('ord_1', 'address', '{}', '{}', 1, 1, now());
  SET session_replication_role = DEFAULT`;

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await client.query(sql);
  await client.end();
  return answer.rows;
}

it('brings a database that is lived in to its newest form, and the second time does nothing', async () => {
  const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const [old, since] = [names.filter((name) => name < BEFORE), names.filter((name) => name >= BEFORE)];
  for (const name of old) await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  expect(await migrate(url, folder)).toEqual(old);
  await ask(LIVED_IN);
  expect(await migrate(url, MIGRATIONS)).toEqual(since);
  expect(await ask(`SELECT "memberId" FROM "harvest"`)).toEqual([{ memberId: 'mem_1' }]);
  expect(await ask(`SELECT "account", "state" FROM "member_account_change"`)).toEqual([
    { account: '0000000001', state: 'confirmed' },
  ]);
  const made = await tables();
  expect(made).toEqual(expect.arrayContaining(['lot', 'order', 'trace_event']));
  expect(await migrate(url, MIGRATIONS)).toEqual([]);
  expect(await tables()).toEqual(made);
});

it('adds what is new to what was there, and knows where nothing is', async () => {
  const first = { path: '1_first', migrationFile: { content: { value: 'CREATE TABLE first (n int)' } } };
  const edited = { ...first, migrationFile: { content: { value: 'CREATE TABLE first (n bigint)' } } };
  await aMigration('1_first', 'CREATE TABLE first (n int)');
  expect(await isNewest(server.url, [first])).toBe(false);
  expect(await migrate(url, folder)).toEqual(['1_first']);
  expect(await isNewest(url, [first])).toBe(true);
  expect(await isNewest(url, [edited])).toBe(false);
  expect(await isNewest(url, [first, { ...first, path: '2_second' }])).toBe(false);
  expect(await isNewest(url, [])).toBe(false);
  await aMigration('2_second', 'CREATE TABLE second (n int)');
  expect(await migrate(url, folder)).toEqual(['2_second']);
  expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second']);
});

it('leaves nothing of a migration that breaks in its middle, and says so again rather than go on', async () => {
  await aMigration('1_first', 'CREATE TABLE first (n int)');
  await aMigration('2_broken', 'CREATE TABLE half (n int); SELECT 1/0;');
  await expect(migrate(url, folder)).rejects.toThrow(/division by zero/);
  const migrations = await Promise.all(
    ['1_first', '2_broken'].map(async (path) => {
      const value = await readFile(join(folder, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { content: { value } } };
    }),
  );
  expect(await isNewest(url, migrations)).toBe(false);
  expect(await tables()).toEqual(['_prisma_migrations', 'first']);
  await expect(migrate(url, folder)).rejects.toThrow(/2_broken/);
});
