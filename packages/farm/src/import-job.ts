import { type FarmImportKind, fail, type Moment, newId, ok, Prisma, type Result, type Tx } from '@baunghe/db';
import { DIARY_COLUMNS, type DiaryColumn, importDiary } from './import-diary.ts';
import { INPUT_COLUMNS, type InputColumn, importInputs } from './import-inputs.ts';
import { type Column, type CsvRefusal, findColumns, type RowRefusal, readCsv } from './read-csv.ts';

/** Rows that are worked through in one transaction. */
const AT_ONCE = 250;

/** How far a file is. */
export interface ImportState {
  id: string;
  kind: FarmImportKind;
  fileName: string;
  header: string[];
  total: number;
  done: number;
  kept: number;
  startedAt: Date;
  endedAt: Date | null;
  refusals: (RowRefusal & { row: number; cells: string[] })[];
  refused: number;
}

const COLUMNS: Record<FarmImportKind, readonly Column<string>[]> = {
  inputs: INPUT_COLUMNS,
  diary: DIARY_COLUMNS,
};

/** The titles of a file's columns, as its template has them. */
export const importTitles = (kind: FarmImportKind): string[] => COLUMNS[kind].map(({ title }) => title);

/** Takes a file in, to be worked through by `importSome`. Returns the import's id. */
export async function startImport(
  tx: Tx,
  moment: Moment,
  by: { userId: string; memberId: string | null },
  file: { kind: FarmImportKind; fileName: string; bytes: Uint8Array },
): Promise<Result<string, CsvRefusal>> {
  const { kind, fileName, bytes } = file;
  const table = readCsv(bytes);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  const columns = findColumns(header, COLUMNS[kind]);
  if (!columns.ok) return fail(columns.error);
  const id = newId('fim', moment);
  const who = { byUser: by.userId, memberId: by.memberId };
  await tx.farmImport.create({
    data: { id, kind, fileName, header, rows, total: rows.length, startedAt: moment.now, ...who },
    select: { id: true },
  });
  return ok(id);
}

/** Works through the next rows of the oldest file that is not done, if nobody else does just now. Returns how many. */
export async function importSome(tx: Tx, moment: Moment): Promise<number> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "farm_import" WHERE "endedAt" IS NULL
    ORDER BY "startedAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!next) return 0;
  const job = await tx.farmImport.findUniqueOrThrow({ where: { id: next.id }, omit: { rows: true } });
  const cells = await nextRows(tx, job);
  const answers = await work(tx, moment, job, cells);
  const refused = answers.flatMap((answer, index) =>
    answer ? [{ importId: job.id, row: job.done + index + 2, ...answer, cells: cells[index] ?? [] }] : [],
  );
  await tx.farmImportRefusal.createMany({ data: refused });
  const done = job.done + cells.length;
  await tx.farmImport.update({
    where: { id: job.id },
    data: {
      done,
      kept: job.kept + cells.length - refused.length,
      ...(done === job.total ? { endedAt: moment.now, rows: Prisma.DbNull } : {}),
    },
    select: { id: true },
  });
  return cells.length;
}

/** Only these rows leave the database: a file may hold thousands more. */
async function nextRows(tx: Tx, { id, done }: { id: string; done: number }): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ cells: string[] }[]>`
    SELECT r."cells" FROM "farm_import" i, jsonb_array_elements(i."rows") WITH ORDINALITY AS r("cells", "at")
    WHERE i."id" = ${id} AND r."at" > ${done} AND r."at" <= ${done + AT_ONCE} ORDER BY r."at"`;
  return rows.map(({ cells }) => cells);
}

type Job = { kind: FarmImportKind; header: string[]; byUser: string; memberId: string | null };

function work(tx: Tx, moment: Moment, job: Job, cells: string[][]): Promise<(RowRefusal | null)[]> {
  if (job.kind === 'inputs') return importInputs(tx, moment, told<InputColumn>(job, cells));
  const by = { userId: job.byUser, memberId: job.memberId };
  return importDiary(tx, moment, by, told<DiaryColumn>(job, cells));
}

function told<Name extends string>({ kind, header }: Job, cells: string[][]): Map<Name, string>[] {
  const columns = findColumns(header, COLUMNS[kind] as readonly Column<Name>[]);
  if (!columns.ok) throw new Error(`import without its column: ${columns.error.code}`);
  return cells.map((row) => new Map([...columns.value].map(([name, at]) => [name, row[at] ?? ''])));
}

/** How far an import is, and its first `most` refused rows; null for one that is not this person's (or of none). */
export async function importState(
  tx: Tx,
  of: { id: string; byUser?: string; most: number },
): Promise<ImportState | null> {
  const job = await tx.farmImport.findUnique({
    where: { id: of.id },
    omit: { rows: true },
    include: {
      refusals: { orderBy: { row: 'asc' }, take: of.most },
      _count: { select: { refusals: true } },
    },
  });
  if (!job || (of.byUser !== undefined && job.byUser !== of.byUser)) return null;
  const { id, kind, fileName, header, total, done, kept, startedAt, endedAt } = job;
  const refusals = job.refusals.map(({ row, code, detail, cells }) => ({ row, code, detail, cells }));
  return {
    ...{ id, kind, fileName, header, total, done, kept, startedAt, endedAt },
    refusals,
    refused: job._count.refusals,
  };
}
