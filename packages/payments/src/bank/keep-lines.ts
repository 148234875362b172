import { lockBankLines, type Moment, type Tx } from '@baunghe/db';
import { sameness } from './bank-line.ts';
import { newLine, numberOf } from './keep-line.ts';
import type { StatementLine } from './statement.ts';
import type { LineRow } from './write-match.ts';

const PROVIDER = 'statement';

/** Where a movement stands in a list, and its row. */
export interface NewLine {
  index: number;
  row: LineRow;
}

/** What tells the movements of a statement apart, in one text: a day, a sum and a number never hold a line break. */
const apartOf = (sameAs: string, nth: number): string => `${sameAs}\n${nth}`;

/** Which of these movements are kept already, in one query. */
export async function keptAmong(tx: Tx, lines: readonly StatementLine[]): Promise<boolean[]> {
  const sames = lines.map(({ told }) => sameness(told));
  const known = await linesAlike(tx, sames);
  return lines.map(({ nth }, index) => known.has(apartOf(sames[index] ?? '', nth)));
}

/**
 * Keeps the movements of a statement as `keepLine` keeps one, all with a handful of queries. Returns those that nobody
 * told of before.
 */
export async function keepLines(
  tx: Tx,
  moment: Moment,
  byUser: string,
  lines: readonly StatementLine[],
): Promise<NewLine[]> {
  await lockBankLines(tx);
  const marked = lines.map(({ told: line, nth }, index) => {
    const sameAs = sameness(line);
    return { index, line, sameAs, nth, told: numberOf(sameAs, nth) };
  });
  const told = await toldBefore(
    tx,
    marked.map((each) => each.told),
  );
  const due = marked.filter((each) => !told.has(each.told));
  const known = await linesAlike(
    tx,
    due.map(({ sameAs }) => sameAs),
  );
  const tellings: { provider: string; told: string; lineId: string; at: Date; byUser: string }[] = [];
  const fresh: { index: number; row: ReturnType<typeof newLine> }[] = [];
  for (const { index, line, sameAs, nth, told: number } of due) {
    let lineId = known.get(apartOf(sameAs, nth));
    if (lineId === undefined) {
      const row = newLine(moment, line, { sameAs, nth });
      fresh.push({ index, row });
      lineId = row.id;
    }
    tellings.push({ provider: PROVIDER, told: number, lineId, at: moment.now, byUser });
  }
  if (fresh.length > 0) await tx.bankLine.createMany({ data: fresh.map(({ row }) => row) });
  if (tellings.length > 0) await tx.bankTelling.createMany({ data: tellings });
  return fresh;
}

/** The kept movements that are alike to some, by what tells them apart. */
async function linesAlike(tx: Tx, sames: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; sameAs: string; nth: number }[]>`
    SELECT "id", "sameAs", "nth" FROM "bank_line" WHERE "sameAs" = ANY (${[...new Set(sames)]})`;
  return new Map(rows.map(({ id, sameAs, nth }) => [apartOf(sameAs, nth), id]));
}

async function toldBefore(tx: Tx, told: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ told: string }[]>`
    SELECT "told" FROM "bank_telling" WHERE "provider" = ${PROVIDER} AND "told" = ANY (${[...told]})`;
  return new Set(rows.map((row) => row.told));
}
