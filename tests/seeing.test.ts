import type { TestDatabase } from '@baunghe/db/testing';
import {
  type Overview,
  overview,
  periodSeen,
  type Question,
  type RowsOf,
  rowsBehind,
  type SeenRow,
} from '@baunghe/orders';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoSeason } from './demo-season.builders';

const NOW = new Date();
const DAY_MS = 86_400_000;

let season: TestDatabase;
beforeAll(async () => {
  season = await demoSeason();
}, 300_000);
afterAll(() => season.close());

/** All rows behind a figure, page by page. */
async function allRows(question: Question, period: Overview['period'], of: RowsOf = {}): Promise<SeenRow[]> {
  const rows: SeenRow[] = [];
  let after: string | null = null;
  do {
    const page = await rowsBehind(season.db, NOW, question, period, of, { after, limit: 150 });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);

/** Grams, đồng and rows of figures by a key, sorted. */
function told<T>(rows: readonly T[], keyOf: (row: T) => string, of: (row: T) => number): [string, number][] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + of(row));
  return [...sums].filter(([, amount]) => amount !== 0).sort();
}

const dayOf = (day: Date | null | undefined) => day?.toISOString().slice(0, 10) ?? '';

it('every figure of the season is the sum of the rows behind it', async () => {
  const period = await periodSeen(season.db, NOW, { kind: 'season' });
  const look = await overview(season.db, NOW, period);
  const rows = {
    sales: await allRows('sales', period),
    losses: await allRows('losses', period),
    harvests: await allRows('harvests', period),
    days: await allRows('days', period),
    shortage: await allRows('shortage', period),
    owed: [...(await allRows('owed', period)), ...(await allRows('owed', period, { kind: 'advance' }))],
  };
  for (const [question, some] of Object.entries(rows)) {
    expect(some.length, question).toBeGreaterThan(10);
    expect(new Set(some.map(({ key }) => key)).size, question).toBe(some.length);
  }
  const byWeek = ({ monday }: { monday?: Date | null }) => dayOf(monday);
  expect(told(look.sold.weeks, byWeek, ({ dong }) => dong)).toEqual(
    told(rows.sales, byWeek, ({ dong = 0 }) => dong),
  );
  const lost = ({ kind, plotCode }: { kind?: string; plotCode?: string | null }) => `${kind} ${plotCode}`;
  expect(told(look.spoiled.by, lost, ({ grams }) => grams)).toEqual(
    told(rows.losses, lost, ({ grams }) => grams),
  );
  const cut = (row: { plotCode?: string | null; monday?: Date | null }) =>
    `${row.plotCode} ${dayOf(row.monday)}`;
  expect(told(look.cut, cut, ({ grams }) => grams)).toEqual(told(rows.harvests, cut, ({ grams }) => grams));
  const door = ({ days, kind }: { days?: number | null; kind?: string }) => `${days} ${kind}`;
  expect(told(look.door.days, door, ({ rows: boxes }) => boxes)).toEqual(told(rows.days, door, () => 1));
  for (const kind of ['forecast', 'stock', 'preordered', 'held'] as const) {
    const of = rows.shortage.filter((row) => row.kind === kind);
    const figures = told(look.ahead.weeks, byWeek, (week) => week[kind]);
    expect(figures, kind).toEqual(told(of, byWeek, ({ grams }) => grams));
  }
  for (const kind of ['unpaid', 'prepared', 'unsettled', 'advance'] as const) {
    const of = rows.owed.filter((row) => row.kind === kind);
    const figures = told(
      look.owed.members,
      ({ memberCode }) => memberCode,
      (member) => member[kind],
    );
    expect(figures, kind).toEqual(
      told(
        of,
        ({ memberCode }) => memberCode ?? '',
        ({ dong = 0 }) => dong,
      ),
    );
  }
});

it('any days are counted as the rows of the database say, read one by one', async () => {
  const orders = await season.db.order.findMany({
    where: { state: { notIn: ['cancelled', 'preordered'] }, replacement: false },
    include: {
      lines: { include: { boxes: { include: { returned: true } }, claims: { include: { answers: true } } } },
    },
  });
  const today = Math.floor((+NOW + 7 * 3_600_000) / DAY_MS);
  const lines = orders.flatMap(({ placedAt, lines: own }) =>
    own.map((line) => {
      const returned = line.boxes.flatMap(({ returned: back }) => (back ? [back] : []));
      const refunds = line.claims.flatMap(({ answers }) => answers.filter(({ kind }) => kind === 'refund'));
      const back =
        sum(returned, ({ owedDong }) => Number(owedDong)) + sum(refunds, (each) => Number(each.amountDong));
      const day = Math.floor((+placedAt + 7 * 3_600_000) / DAY_MS);
      return { day, dong: Number(line.finalDong ?? line.lineDong) - back };
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(110), fc.nat(60), async (ago, length) => {
      const [first, last] = [today - ago, today - ago + length];
      const [from, to] = [new Date(first * DAY_MS), new Date(last * DAY_MS)];
      const period = await periodSeen(season.db, NOW, { kind: 'days', from, to });
      const { sums } = await rowsBehind(season.db, NOW, 'sales', period, {}, { after: null, limit: 1 });
      const own = lines.filter(({ day }) => first <= day && day <= last);
      expect([sums.rows, sums.dong]).toEqual([own.length, sum(own, ({ dong }) => dong)]);
    }),
    { numRuns: 8 },
  );
});
