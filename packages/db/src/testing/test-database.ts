import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { type Database, openDatabase } from '../open.ts';

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  db: Database;
  url: string;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

/** A race of hundreds on a busy machine is to end by what it does, not by the clock. */
const WAIT_MS = 120_000;

const MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url));

/** What a template holds beside the migrated tables: made once a run, by whoever asks first. */
export interface Filling {
  /** Of letters and digits; two fillings of one name are one. */
  name: string;
  fill(db: Database): Promise<void>;
}

/** Copies a fresh database from a migrated template, filled or empty, on the run's one server. */
export async function testDatabase(connections = 10, filling?: Filling): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL && databaseUrl(process.env.TEST_POSTGRES_URL, 'postgres');
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: add globalSetup to vitest.config.ts');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [filling ? 20261125 : 20261124]);
    const template = filling ? await filledTemplate(client, filling) : await migratedTemplate(client, server);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(server, name);
  const db = openDatabase(url, connections, WAIT_MS);
  return {
    db,
    url,
    async close() {
      await db.$disconnect();
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Under its final name only once whole, so that a run cut short leaves nothing half migrated to copy. */
async function migratedTemplate(client: pg.Client, server: string): Promise<string> {
  const template = `template_${migrationsHash()}`;
  if (await exists(client, template)) return template;
  await client.query(`DROP DATABASE IF EXISTS ${template}_making WITH (FORCE)`);
  await migrate(databaseUrl(server, `${template}_making`), MIGRATIONS);
  await client.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
  return template;
}

async function filledTemplate(client: pg.Client, filling: Filling): Promise<string> {
  const template = `template_${migrationsHash()}_${filling.name}`;
  if (await exists(client, template)) return template;
  const making = await testDatabase();
  await filling.fill(making.db);
  await making.db.$disconnect();
  await client.query(`ALTER DATABASE "${new URL(making.url).pathname.slice(1)}" RENAME TO "${template}"`);
  return template;
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rowCount !== 0;
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const folder of readdirSync(MIGRATIONS, { withFileTypes: true })) {
    if (folder.isDirectory()) hash.update(readFileSync(join(MIGRATIONS, folder.name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 16);
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
