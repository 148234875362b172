import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { isNewest } from './is-newest.ts';

/**
 * Brings a database to the newest form: makes it if the server lacks it, then applies, in order and once, every
 * folder of `migrationsFolder`. Keeps the same `_prisma_migrations` table as `prisma migrate deploy`. Returns the
 * names of those applied now. Where there is nothing to do, the engine is not even read: it takes 15 MB of memory.
 */
export async function migrate(databaseUrl: string, migrationsFolder: string): Promise<string[]> {
  await createDatabaseIfMissing(databaseUrl);
  const baseDir = resolve(migrationsFolder);
  const names = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const migrationDirectories = await Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
  );
  if (await isNewest(databaseUrl, migrationDirectories)) return [];
  const migrationsList = {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
  const { withSchemaEngine } = await import('./schema-engine.ts');
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } }),
  );
  return appliedMigrationNames;
}

async function createDatabaseIfMissing(databaseUrl: string): Promise<void> {
  const wanted = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const probe = new pg.Client({ connectionString: databaseUrl });
  try {
    await probe.connect();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
  } finally {
    await probe.end().catch(() => undefined);
  }
  const maintenance = new URL(databaseUrl);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(wanted)}`);
  } finally {
    await client.end();
  }
}
