import pg from 'pg';
import { migrationsOf, quoted, rowsAndSum, SAME_TEXT, type Table, tablesInOrder } from './catalogue.ts';
import { CopyRefused, type Header, type Line, type Row, readDataFile } from './data-file.ts';
import { migrate } from './migrate.ts';

const BATCH_CHARACTERS = 4_000_000;
const MOST_ROWS = 1000;

/** What migrations and the first start write by themselves; a database with nothing else counts as empty. */
const WRITTEN_BY_ITSELF = [
  ...['delivery_province', 'delivery_step', 'delivery_area', 'order_way', 'application_way'],
  ...['ward', 'province', 'terms_version', 'consent_wording', 'giving_limit', 'giving_rule'],
];

/**
 * Reads a file of `exportData` into an empty database, made and migrated where it is not, in one transaction: all of
 * it is there afterwards, checked, or nothing. Needs no superuser. Returns the number of rows.
 * @throws CopyRefused with the reason.
 */
export async function importData(
  databaseUrl: string,
  migrationsFolder: string,
  file: string,
): Promise<number> {
  let count = 0;
  await readDataFile(file, async (about, lines) => {
    await migrate(databaseUrl, migrationsFolder);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query(`BEGIN; ${SAME_TEXT}`);
      await takeIn(client, about, lines);
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    count = about.tables.reduce((sum, { rows }) => sum + rows, 0);
  });
  return count;
}

async function takeIn(client: pg.ClientBase, about: Header, lines: AsyncIterable<Line>): Promise<void> {
  const tables = await tablesInOrder(client);
  await refuseOtherForm(client, about, tables);
  await withoutTriggers(client, tables, async () => {
    await refuseFull(client, tables);
    for (const name of WRITTEN_BY_ITSELF) await client.query(`DELETE FROM ${quoted(name)}`);
    const inFileOrder = about.tables.map(({ name }) => tables.find((table) => table.name === name));
    for await (const { table, rows } of batches(lines)) {
      const into = inFileOrder[table];
      if (!into) throw new CopyRefused('the file holds rows of a table that it does not name');
      await insert(client, into, rows);
    }
  });
  for (const { name, last, called } of about.sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), last, called]);
  }
  await verify(client, about);
}

async function refuseOtherForm(
  client: pg.ClientBase,
  about: Header,
  tables: readonly Table[],
): Promise<void> {
  const here = await migrationsOf(client);
  const other = [
    ...here.filter((name) => !about.migrations.includes(name)),
    ...about.migrations.filter((name) => !here.includes(name)),
  ];
  if (other.length > 0)
    throw new CopyRefused(`the file and the database differ in these migrations: ${other.join(', ')}`);
  const form = (of: readonly { name: string; columns: readonly string[] }[]) =>
    JSON.stringify(of.map(({ name, columns }) => [name, columns]).sort());
  const own = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
  if (form(own) !== form(about.tables))
    throw new CopyRefused('the file and the database differ in their tables');
}

async function refuseFull(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    if (WRITTEN_BY_ITSELF.includes(name)) continue;
    const { rows } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new CopyRefused(`the database is not empty: ${name} has rows; name an empty one`);
  }
}

/**
 * Works while the tables' own triggers are silent, as their owner may order without being superuser: what they would
 * write comes with the file, and what they would refuse was allowed at its time. Foreign keys and checks still hold.
 * Taking the triggers away locks every table until the end.
 */
async function withoutTriggers(
  client: pg.ClientBase,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  await work();
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
}

async function insert(client: pg.ClientBase, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, at) => `(r ->> ${at})::${type}`).join(', ');
  const sql = `INSERT INTO ${quoted(name)} (${names}) SELECT ${values} FROM json_array_elements($1::json) r`;
  try {
    await client.query(sql, [JSON.stringify(rows)]);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (/^2[23]/.test(code))
      throw new CopyRefused(`the file holds a row of ${name} that is refused: ${message}`);
    throw error;
  }
}

/** Rows of one table after another, as many as make a handy statement. */
async function* batches(lines: AsyncIterable<Line>): AsyncGenerator<{ table: number; rows: Row[] }> {
  let batch: { table: number; rows: Row[] } = { table: -1, rows: [] };
  let characters = 0;
  for await (const [table, row] of lines) {
    if (table !== batch.table || characters > BATCH_CHARACTERS || batch.rows.length === MOST_ROWS) {
      if (batch.rows.length > 0) yield batch;
      batch = { table, rows: [] };
      characters = 0;
    }
    batch.rows.push(row);
    for (const value of row) characters += value?.length ?? 0;
  }
  if (batch.rows.length > 0) yield batch;
}

const WRONG_BALANCES = `
  SELECT b."lotId" AS id FROM "lot_balance" b
  WHERE b."onHandGrams" <> (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m WHERE m."lotId" = b."lotId")
     OR b."reservedGrams" <> (SELECT coalesce(sum(r."grams"), 0) FROM "reservation" r
                              WHERE r."lotId" = b."lotId" AND r."state" = 'active')`;
const WRONG_JOURNALS = `
  SELECT j."id" FROM "journal" j LEFT JOIN "posting" p ON p."journalId" = j."id"
  GROUP BY j."id" HAVING coalesce(sum(p."dong"), 1) <> 0`;

/** Looks, before the commit, whether everything arrived and still agrees with itself. */
async function verify(client: pg.ClientBase, about: Header): Promise<void> {
  for (const { name, rows, sum } of about.tables) {
    const arrived = await rowsAndSum(client, name);
    if (arrived.rows !== rows || arrived.sum !== sum)
      throw new CopyRefused(
        `${name} did not arrive as it was: ${arrived.rows} rows of ${rows}, or other content`,
      );
  }
  const balances = await client.query<{ id: string }>(WRONG_BALANCES);
  if (balances.rows[0]) throw new CopyRefused(`lot ${balances.rows[0].id} does not agree with its ledger`);
  const journals = await client.query<{ id: string }>(WRONG_JOURNALS);
  if (journals.rows[0]) throw new CopyRefused(`journal ${journals.rows[0].id} does not balance`);
}
