import { rename, rm } from 'node:fs/promises';
import pg from 'pg';
import {
  migrationsOf,
  quoted,
  rowsAndSum,
  SAME_TEXT,
  sequencesOf,
  type Table,
  tablesInOrder,
} from './catalogue.ts';
import { CopyRefused, type Line, type Row, writeDataFile } from './data-file.ts';

const BATCH_BYTES = 4_000_000;
const MOST_ROWS = 1000;

/**
 * Writes all data of a database into one file, as of one moment, while others may go on writing. The file appears
 * under its name once it is whole. Memory stays flat whatever there is. Returns the number of rows.
 * @throws CopyRefused when the database was never migrated.
 */
export async function exportData(databaseUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const part = `${file}.part`;
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_TEXT}`);
    const migrations = await migrationsOf(client);
    if (migrations.length === 0) throw new CopyRefused('the database holds no data of this program');
    const tables = await tablesInOrder(client);
    const listed = [];
    for (const { name, columns } of tables) {
      listed.push({
        name,
        ...(await rowsAndSum(client, name)),
        columns: columns.map((column) => column.name),
      });
    }
    const about = { migrations, tables: listed, sequences: await sequencesOf(client) };
    await rm(part, { force: true });
    await writeDataFile(part, about, linesOf(client, tables, listed));
    await rename(part, file);
    return listed.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    await rm(part, { force: true });
    await client.end();
  }
}

async function* linesOf(
  client: pg.ClientBase,
  tables: readonly Table[],
  listed: readonly { rows: number }[],
): AsyncGenerator<Line> {
  for (const [index, table] of tables.entries()) {
    const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
    await client.query(`DECLARE every_row NO SCROLL CURSOR FOR SELECT ${columns} FROM ${quoted(table.name)}`);
    const fetch = `FETCH ${await batchOf(client, table.name, listed[index]?.rows ?? 0)} FROM every_row`;
    for (;;) {
      const { rows } = await client.query<Row>({ text: fetch, rowMode: 'array' });
      if (rows.length === 0) break;
      for (const row of rows) yield [index, row];
    }
    await client.query('CLOSE every_row');
  }
}

/** How many rows are fetched at once: fewer where they are big, as photos are. */
async function batchOf(client: pg.ClientBase, table: string, count: number): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('SELECT pg_table_size($1::regclass) AS bytes', [
    quoted(table),
  ]);
  const each = Number(rows[0]?.bytes) / Math.max(1, count);
  return Math.min(MOST_ROWS, Math.max(1, Math.floor(BATCH_BYTES / Math.max(1, each))));
}
