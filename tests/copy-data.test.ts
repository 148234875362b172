import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  CopyRefused,
  type Database,
  exportData,
  importData,
  lockDataFolder,
  openDatabase,
} from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoSeason } from './demo-season.builders';

const folder = mkdtempSync(join(tmpdir(), 'baunghe-copy-'));
const embedded = mkdtempSync(join(tmpdir(), 'baunghe-copy-embedded-'));
const file = join(folder, 'season.gz');
const MIGRATIONS = 'prisma/migrations';
let season: TestDatabase;
let empty: TestDatabase;
let sums: Record<string, string>;

beforeAll(async () => {
  season = await demoSeason();
  empty = await testDatabase();
  await season.db.photo.create({
    data: {
      id: 'pho_1',
      mediaType: 'image/jpeg',
      bytes: Uint8Array.from([0, 10, 34, 92, 255]),
      createdAt: new Date(),
    },
  });
  sums = await sumsOf(season.db);
  await exportData(season.url, file);
}, 300_000);

afterAll(async () => {
  await season.close();
  await empty.close();
  for (const each of [folder, embedded]) rmSync(each, { recursive: true, force: true });
});

it('brings a whole season into an empty database, row for row, for the program to go on with', async () => {
  const target = await testDatabase();
  await importData(target.url, MIGRATIONS, file);
  expect(await sumsOf(target.db)).toEqual(sums);
  expect(Object.keys(sums).length).toBeGreaterThan(25);
  const last = await target.db.orderStep.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const { orderId, toState, at } = last;
  const next = await target.db.orderStep.create({ data: { orderId, fromState: toState, toState, at } });
  expect(next.id).toBeGreaterThan(last.id);
  await expect(target.db.orderStep.delete({ where: { id: last.id } })).rejects.toThrow('append_only');
  await target.close();
});

it('needs no superuser', async () => {
  const target = await testDatabase();
  const name = `owner_${target.url.slice(-12)}`;
  const database = new URL(target.url).pathname.slice(1);
  await target.db.$executeRawUnsafe(`CREATE ROLE ${name} LOGIN PASSWORD 'for-the-test'`);
  await target.db.$executeRawUnsafe(`CREATE DATABASE ${database}_own OWNER ${name}`);
  const url = Object.assign(new URL(target.url), {
    username: name,
    password: 'for-the-test',
    pathname: `/${database}_own`,
  });
  await importData(url.href, MIGRATIONS, file);
  const own = openDatabase(url.href, 2);
  expect(await sumsOf(own)).toEqual(sums);
  await own.$disconnect();
  await target.db.$executeRawUnsafe(`DROP DATABASE ${database}_own WITH (FORCE)`);
  await target.db.$executeRawUnsafe(`DROP ROLE ${name}`);
  await target.close();
});

it('goes through the embedded PostgreSQL and back', async () => {
  const DATA_DIR = embedded;
  const back = join(folder, 'back.gz');
  expect(await command('import', '', file, { DATA_DIR })).toMatchObject({ code: 0, errors: '' });
  expect(await command('export', '', back, { DATA_DIR })).toMatchObject({ code: 0, errors: '' });
  expect(headerOf(back)).toEqual(headerOf(file));
});

it('refuses a database that holds anything', async () => {
  expect(await command('import', season.url, file)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^the database is not empty: \w+ has rows; name an empty one\n$/),
  });
});

it.each([
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 1000), /is broken or cut short/],
  ['damaged', (whole: Buffer) => damaged(whole), /is broken or cut short|no JSON|is refused/],
  ['no export', () => Buffer.from('hello'), /is broken or cut short/],
  [
    'of another format',
    (whole: Buffer) => rewritten(whole, '"version":1', '"version":9'),
    /is not in the form of version 1/,
  ],
  [
    'of other migrations',
    (whole: Buffer) => rewritten(whole, '_tables"', '_boxes"'),
    /differ in these migrations/,
  ],
  ['short of a row', (whole: Buffer) => rewritten(whole, /\n[^\n]*\n$/, '\n'), /did not arrive as it was/],
  [
    'with a changed name',
    (whole: Buffer) => rewritten(whole, 'Xã viên minh họa 3', 'Xã viên minh họa 8'),
    /did not arrive as it was/,
  ],
])('imports nothing from a file that is %s', async (_, spoil, sentence) => {
  const before = await sumsOf(empty.db);
  const spoiled = join(folder, 'spoiled.gz');
  writeFileSync(spoiled, spoil(readFileSync(file)));
  const refused = await importData(empty.url, MIGRATIONS, spoiled).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CopyRefused);
  expect((refused as Error).message).toMatch(sentence);
  expect((refused as Error).message).not.toContain('\n');
  expect(await sumsOf(empty.db)).toEqual(before);
});

it('says that a server runs on the data folder, and never writes over a file', async () => {
  const DATA_DIR = embedded;
  const release = await lockDataFolder(DATA_DIR);
  expect(await command('export', '', join(folder, 'new.gz'), { DATA_DIR })).toMatchObject({
    code: 1,
    errors: `DATA_DIR: a server runs on ${DATA_DIR} (process ${process.pid}); stop it first\n`,
  });
  await release();
  expect(await command('export', season.url, file)).toMatchObject({
    code: 1,
    errors: `${file} is there already; name another file\n`,
  });
});

function command(
  name: 'export' | 'import',
  DATABASE_URL: string,
  path: string,
  env: Record<string, string> = {},
) {
  const args = ['bin/with-typescript.mjs', `packages/db/src/cli/${name}.ts`, path];
  return new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { ...process.env, DATABASE_URL, ...env, NODE_NO_WARNINGS: '1' } },
      (_, out, errors) => resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}

/** Every table's rows in one sum, in the order of their text. */
async function sumsOf(database: Database): Promise<Record<string, string>> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.$queryRawUnsafe<{ sum: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}

function headerOf(path: string): unknown {
  const [first] = gunzipSync(readFileSync(path)).toString().split('\n', 1);
  return JSON.parse(first ?? '');
}

function rewritten(whole: Buffer, from: string | RegExp, to: string): Buffer {
  return gzipSync(gunzipSync(whole).toString().replace(from, to));
}

function damaged(whole: Buffer): Buffer {
  const copy = Buffer.from(whole);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 255;
  return copy;
}
