import { Prisma, type Tx } from '@baunghe/db';

/** What rows behind a figure can be told apart by. */
export interface RowsOf {
  product?: string | undefined;
  variety?: string | undefined;
  /** The Monday of an ISO week. */
  week?: Date | undefined;
  kind?: string | undefined;
  plot?: string | undefined;
  lot?: string | undefined;
  days?: number | undefined;
  member?: string | undefined;
}

/** A row behind a figure; what does not apply to its question is absent. */
export interface SeenRow {
  /** Says where the next page goes on. */
  key: string;
  grams: number;
  dong?: number;
  kind?: string;
  day?: Date | null;
  monday?: Date | null;
  orderCode?: string | null;
  batch?: string | null;
  plotCode?: string | null;
  memberCode?: string | null;
  memberId?: string | null;
  /** Of a member, in the office. */
  name?: string | null;
  statementId?: string | null;
  nameVi?: string | null;
  nameEn?: string | null;
  nameZh?: string | null;
  /** In the words of whoever wrote it. */
  words?: string | null;
  days?: number | null;
}

/** A page of rows, and the sums of all of them. */
export interface RowsPage {
  rows: SeenRow[];
  next: string | null;
  sums: { rows: number; grams: number; dong: number };
}

/** A page asked for: from behind `after`, so many rows. */
export interface PageAsked {
  after: string | null;
  limit: number;
}

/**
 * What answers a question: a query whose every row counts once, with a `key`, `grams` and `dong`. Figures are sums over
 * it and rows are pages of it, so that the one is always the sum of the other.
 */
export interface Source {
  query: Prisma.Sql;
  by: Partial<Record<keyof RowsOf, Prisma.Sql>>;
}

/** The sums of a source's rows for each value of some of its columns. */
export async function sumsBy<Figure>(tx: Tx, { query }: Source, columns: Prisma.Sql): Promise<Figure[]> {
  return tx.$queryRaw<Figure[]>`
    SELECT ${columns}, count(*)::int AS rows, coalesce(sum(s."grams"), 0)::float8 AS grams,
      coalesce(sum(s."dong"), 0)::float8 AS dong
    FROM (${query}) s GROUP BY ${columns} ORDER BY ${columns}`;
}

/** A page of a source's rows in the order of their keys, newest last, and the sums of all that are asked for. */
export async function pageOf(
  tx: Tx,
  source: Source,
  of: RowsOf,
  { after, limit }: PageAsked,
): Promise<RowsPage> {
  const such = whereSuch(source, of);
  const [rows, [sums]] = [
    await tx.$queryRaw<SeenRow[]>`
      SELECT s.* FROM (${source.query}) s
      WHERE ${such} AND (${after}::text IS NULL OR s."key" COLLATE "C" > ${after})
      ORDER BY s."key" COLLATE "C" LIMIT ${limit + 1}`,
    await tx.$queryRaw<RowsPage['sums'][]>`
      SELECT count(*)::int AS rows, coalesce(sum(s."grams"), 0)::float8 AS grams, coalesce(sum(s."dong"), 0)::float8 AS dong
      FROM (${source.query}) s WHERE ${such}`,
  ];
  const page = rows.slice(0, limit);
  return { rows: page, next: nextOf(rows, limit), sums: sums ?? { rows: 0, grams: 0, dong: 0 } };
}

/** The key of the last row of a page behind which there are more. */
const nextOf = (rows: readonly SeenRow[], limit: number): string | null =>
  rows.length > limit ? (rows[limit - 1]?.key ?? null) : null;

function whereSuch({ by }: Source, of: RowsOf): Prisma.Sql {
  const conditions = (Object.keys(by) as (keyof RowsOf)[]).flatMap((dimension) => {
    const [column, value] = [by[dimension], of[dimension]];
    if (column === undefined || value === undefined) return [];
    return value instanceof Date ? Prisma.sql`${column} = ${value}::date` : Prisma.sql`${column} = ${value}`;
  });
  return Prisma.join([Prisma.sql`true`, ...conditions], ' AND ');
}
