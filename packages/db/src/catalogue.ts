import type pg from 'pg';

/** A table with what is needed to copy it. */
export interface Table {
  name: string;
  /** Columns in their order, each with its type as it is written in a cast. */
  columns: { name: string; type: string }[];
}

/** So that a value has the same text on every server. */
export const SAME_TEXT = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1; SET LOCAL IntervalStyle = 'postgres'`;

/** A name as SQL wants it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** All tables but Prisma's own, every one after those that its foreign keys name. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    SELECT c.relname AS name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  const { rows: arrows } = await client.query<{ from: string; to: string }>(`
    SELECT f.relname AS "from", t.relname AS "to"
    FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND f.oid <> t.oid`);
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !arrows.some(({ from, to }) => from === name && waiting.has(to)),
    );
    if (free.length === 0) throw new Error(`foreign keys in a circle: ${[...waiting.keys()].join(', ')}`);
    ordered.push(...free);
    for (const { name } of free) waiting.delete(name);
  }
  return ordered;
}

/** How many rows a table has, and a sum over the text of all of them that no order of rows changes. */
export async function rowsAndSum(
  client: pg.ClientBase,
  table: string,
): Promise<{ rows: number; sum: string }> {
  const { rows } = await client.query<{ rows: string; sum: string }>(`
    SELECT count(*) AS rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text AS sum
    FROM ${quoted(table)} t`);
  return { rows: Number(rows[0]?.rows), sum: rows[0]?.sum ?? '' };
}

/** The names of the migrations that a database has, in their order; none for one that was never migrated. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: there } = await client.query(
    `SELECT WHERE to_regclass('public._prisma_migrations') IS NOT NULL`,
  );
  if (there.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(`
    SELECT "migration_name" AS name FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL ORDER BY "migration_name"`);
  return rows.map(({ name }) => name);
}

/** Where every sequence stands. */
export async function sequencesOf(
  client: pg.ClientBase,
): Promise<{ name: string; last: string; called: boolean }[]> {
  const { rows: names } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1`);
  const sequences = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${quoted(name)}`,
    );
    for (const stand of rows) sequences.push({ name, ...stand });
  }
  return sequences;
}
