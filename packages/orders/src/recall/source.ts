import { Prisma, plusDays, type Tx } from '@baunghe/db';

/** From what a search for fruit sets out. */
export const SOURCE_KINDS = ['lot', 'plot', 'input', 'member', 'day', 'lab', 'box'] as const;

/** One of them, with the record's id, or the day such as 2026-06-12, and what people call it, as 12/06/2026. */
export interface RecallSource {
  kind: (typeof SOURCE_KINDS)[number];
  id: string;
  name: string;
}

/** For so many days after it was put on a plot, an input's harvests are looked at: one season. */
const SEASON_DAYS = 180;
/** A laboratory's result on a plot speaks of what was cut this many days before and after its sample. */
const SAMPLE_DAYS = 30;
const MOST = 20;

/**
 * Everything that a text may name: a batch or how batches begin, a plot, member, input, result, box's serial or day; the
 * first twenty.
 */
export async function findSources(tx: Tx, text: string): Promise<RecallSource[]> {
  const day = readDay(text);
  if (day) return [{ kind: 'day', id: day, name: asPeopleWrite(day) }];
  const named = namedInCode(text);
  const word = named?.word ?? text.trim();
  if (word === '') return [];
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  // A single letter is in nearly every name.
  const nameLike = word.length < 2 ? '' : like;
  const found = await tx.$queryRaw<RecallSource[]>`
    SELECT * FROM (
      SELECT 'lot' AS kind, "id", "batch" AS name FROM "lot" WHERE "batch" = upper(${word})
      UNION ALL
      SELECT 'box', "id", "serial" FROM "box" WHERE "serial" = upper(${word}) AND (${named?.gtin ?? null}::text IS NULL OR "gtin" = ${named?.gtin ?? null})
      UNION ALL
      SELECT 'plot', "id", "code" || ' · ' || "name" FROM "plot" WHERE "code" = upper(${word}) OR "plantingUnitCode" = upper(${word}) OR "name" ILIKE ${nameLike}
      UNION ALL
      SELECT 'member', "id", "code" || ' · ' || "name" FROM "member" WHERE "code" = upper(${word}) OR "name" ILIKE ${nameLike}
      UNION ALL
      SELECT 'lab', "id", "number" || ' · ' || "laboratory" FROM "lab_result" WHERE "number" = ${word}
      UNION ALL
      SELECT 'input', "id", "name" FROM "input" WHERE "name" ILIKE ${like} OR "activeIngredient" ILIKE ${like}
    ) found ORDER BY kind DESC, name LIMIT ${MOST}`;
  return found.length > 0 ? found : lotsThatBegin(tx, word);
}

/** Lots whose batch codes begin so, the newest first: what a worn label still shows. */
async function lotsThatBegin(tx: Tx, word: string): Promise<RecallSource[]> {
  if (!/^[\w.-]{3,20}$/.test(word)) return [];
  return tx.$queryRaw<RecallSource[]>(batchesThatBegin(word.toUpperCase()));
}

/**
 * Asks for the lots whose batch codes begin so. The beginning is given as a range in the order of the index that is made
 * for it, and the range is read before anything is sorted: no walk through newer lots in search of one.
 */
export function batchesThatBegin(beginning: string): Prisma.Sql {
  const behind = `${beginning}\u{10FFFF}`;
  return Prisma.sql`
    WITH begun AS MATERIALIZED (
      SELECT "id", "batch" FROM "lot" WHERE "batch" ~>=~ ${beginning} AND "batch" ~<~ ${behind}
    )
    SELECT 'lot' AS kind, "id", "batch" AS name FROM begun ORDER BY "id" DESC LIMIT ${MOST}`;
}

/** The source again by kind and id; null when there is none. */
export async function sourceOf(tx: Tx, kind: RecallSource['kind'], id: string): Promise<RecallSource | null> {
  const name = await nameOf(tx, kind, id);
  return name === null ? null : { kind, id, name };
}

async function nameOf(tx: Tx, kind: RecallSource['kind'], id: string): Promise<string | null> {
  const where = { id };
  switch (kind) {
    case 'lot':
      return (await tx.lot.findUnique({ where }))?.batch ?? null;
    case 'box':
      return (await tx.box.findUnique({ where }))?.serial ?? null;
    case 'plot': {
      const plot = await tx.plot.findUnique({ where });
      return plot && `${plot.code} · ${plot.name}`;
    }
    case 'member': {
      const member = await tx.member.findUnique({ where });
      return member && `${member.code} · ${member.name}`;
    }
    case 'lab': {
      const result = await tx.labResult.findUnique({ where });
      return result && `${result.number} · ${result.laboratory}`;
    }
    case 'input':
      return (await tx.input.findUnique({ where }))?.name ?? null;
    case 'day': {
      const day = readDay(id);
      return day && asPeopleWrite(day);
    }
  }
}

/** The ids of the lots that a source concerns, with all that were sorted from them; harvests undone are no fruit. */
export async function lotsOfSource(tx: Tx, source: Pick<RecallSource, 'kind' | 'id'>): Promise<string[]> {
  const { kind, id } = source;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE named AS (
      SELECT "id" FROM "lot" WHERE ${kind} = 'lot' AND "id" = ${id}
      UNION
      SELECT "lotId" FROM "box" WHERE ${kind} = 'box' AND "id" = ${id}
      UNION
      SELECT "lotId" FROM "lab_result" WHERE ${kind} = 'lab' AND "id" = ${id} AND "lotId" IS NOT NULL
      UNION
      SELECT "lotId" FROM "box" WHERE ${kind} = 'day'
        AND "packedAt" >= ${dayStart(kind, id)}::timestamptz AND "packedAt" < ${dayStart(kind, id, 1)}::timestamptz
      UNION
      SELECT l."id" FROM "lot" l JOIN (
        SELECT "id" FROM "harvest" WHERE ${kind} = 'plot' AND "plotId" = ${id}
        UNION
        SELECT "id" FROM "harvest" WHERE ${kind} = 'member' AND "memberId" = ${id}
        UNION
        SELECT "id" FROM "harvest" WHERE ${kind} = 'day' AND "cutOn" = ${kind === 'day' ? id : null}::date
        UNION
        SELECT h."id" FROM "diary_entry" d JOIN "harvest" h ON h."plotId" = d."plotId"
          AND h."cutOn" BETWEEN d."doneOn" AND d."doneOn" + ${SEASON_DAYS}::int
          WHERE ${kind} = 'input' AND d."inputId" = ${id} AND d."act" IN ('fertilise', 'spray')
        UNION
        SELECT h."id" FROM "lab_result" r JOIN "harvest" h ON h."plotId" = r."plotId"
          AND h."cutOn" BETWEEN r."sampledOn" - ${SAMPLE_DAYS}::int AND r."sampledOn" + ${SAMPLE_DAYS}::int
          WHERE ${kind} = 'lab' AND r."id" = ${id}
      ) h ON h."id" = l."harvestId"
    ), below AS (
      SELECT "id" FROM named
      UNION
      SELECT g."lotId" FROM "graded_lot" g JOIN below b ON g."parentId" = b."id"
    )
    SELECT b."id" FROM below b JOIN "lot" l ON l."id" = b."id"
    WHERE NOT EXISTS (SELECT FROM "harvest_undone" u WHERE u."harvestId" = l."harvestId") ORDER BY 1`;
  return rows.map((row) => row.id);
}

/** When a day begins in Vietnam, or `later` days after it. */
function dayStart(kind: string, id: string, later = 0): Date | null {
  return kind === 'day' ? new Date(+plusDays(new Date(`${id}T00:00:00Z`), later) - 7 * 3_600_000) : null;
}

/** A day such as 2026-06-12 as it stands on papers here: 12/06/2026. */
const asPeopleWrite = (day: string): string => day.split('-').reverse().join('/');

/** `12/06/2026`, `12-6-2026` or `2026-06-12` as the last of these; null for what is no day. */
function readDay(text: string): string | null {
  const ours = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const iso = ours ? `${ours[3]}-${ours[2]?.padStart(2, '0')}-${ours[1]?.padStart(2, '0')}` : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(+day) || day.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The narrowest thing that a scanned code names: its box, or its lot. */
function namedInCode(text: string): { word: string; gtin: string | null } | null {
  const part = (ai: string) =>
    new RegExp(`(?:/${ai}/|\\(${ai}\\))([A-Za-z0-9._%-]{1,20})`).exec(text)?.[1] ?? null;
  const gtin = part('01');
  const [serial, batch] = [part('21'), part('10')];
  if (serial && gtin) return { word: serial, gtin };
  return batch ? { word: batch, gtin: null } : null;
}
