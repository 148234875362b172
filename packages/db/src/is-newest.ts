import { createHash } from 'node:crypto';
import pg from 'pg';

/** A migration as the schema engine takes it. */
export interface Migration {
  path: string;
  migrationFile: { content: { value: string } };
}

/** Whether exactly these were applied to a database, each whole and as it is written today. */
export async function isNewest(databaseUrl: string, migrations: readonly Migration[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; checksum: string; whole: boolean }>(`
      SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL AS "whole"
      FROM "_prisma_migrations" ORDER BY "migration_name" COLLATE "C"`);
    const applied = rows.map(({ name, checksum, whole }) => [name, checksum, whole]);
    const written = migrations.map(({ path, migrationFile: { content } }) => {
      return [path, createHash('sha256').update(content.value).digest('hex'), true];
    });
    return JSON.stringify(applied) === JSON.stringify(written);
  } catch (error) {
    // The first start: not even the table of migrations is there.
    if ((error as { code?: string }).code === '42P01') return false;
    throw error;
  } finally {
    await client.end();
  }
}
