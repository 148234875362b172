import type { Database } from '@baunghe/db';
import { reachOf } from '@baunghe/orders';
import pg from 'pg';
import { millisecondsOfHistory, writeBoxEvents } from './box-history';
import { atMost, median, progress, rounded } from './figures';

const FEW = 10_000;
const MANY = 1_000_000;
const BOXES_A_LOT = 100;
const BOXES_AN_ORDER = 2;
const TIMES = 25;

/**
 * What a lot reached, and the history of a box, found among ten thousand boxes and among a million: the same work, so
 * that only searching may cost more. The rows are written by SQL past triggers and foreign keys, after everything else was measured.
 */
export async function recallSpeed(database: Database, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const measured = async (from: number, to: number) => {
      await writeBoxEvents(client, from, to);
      await writeBoxes(client, from, to);
      return {
        reach: await millisecondsOfReach(database, to),
        history: await millisecondsOfHistory(database, to),
      };
    };
    const few = await measured(0, FEW);
    const many = await measured(FEW, MANY);
    return {
      recallOfALot: figureOf(few.reach, many.reach),
      historyOfABox: figureOf(few.history, many.history),
    };
  } finally {
    await client.end();
  }
}

const figureOf = (few: number, many: number) => ({
  ...atMost(rounded(many / few), 3, 'times the cost among 10,000'),
  millisecondsAmong10000: rounded(few),
  millisecondsAmong1000000: rounded(many),
});

/** Boxes of a hundred to a lot and two to an order, packed minute by minute by four people, all of them sent. */
async function writeBoxes(client: pg.Client, from: number, to: number): Promise<void> {
  progress(`recall: writing boxes up to ${to}`);
  const [lots, orders] = [BOXES_A_LOT, BOXES_AN_ORDER].map((each) => `${from / each}, ${to / each - 1}`);
  const at = (n: string) => `timestamptz '2020-01-01' + make_interval(mins => (${n})::int)`;
  await client.query(`
    INSERT INTO "harvest" ("id", "plotId", "memberId", "varietyCode", "grade", "cutOn", "grams", "recordedAt")
    SELECT 'har_bench' || n, p."id", p."memberId", v."code", 'A', date '2020-01-01' + n / 50, 1000000, ${at('n * 25')}
    FROM generate_series(${lots}) n, (SELECT "id", "memberId" FROM "plot" LIMIT 1) p, (SELECT "code" FROM "variety" LIMIT 1) v`);
  await client.query(`
    INSERT INTO "lot" ("id", "batch", "harvestId", "varietyCode", "grade", "cutOn", "bestBefore", "createdAt")
    SELECT 'lot_bench' || n, 'BENCH' || n, 'har_bench' || n, v."code", 'A', date '2020-01-01' + n / 50,
      date '2020-01-09' + n / 50, ${at('n * 25')}
    FROM generate_series(${lots}) n, (SELECT "code" FROM "variety" LIMIT 1) v`);
  await client.query(`
    INSERT INTO "lot_balance" ("lotId") SELECT 'lot_bench' || n FROM generate_series(${lots}) n`);
  await client.query(`
    INSERT INTO "order" ("id", "code", "state", "buyerName", "phone", "provinceCode", "wardCode", "street", "locale",
      "method", "goodsDong", "deliveryDong", "totalDong", "placedAt")
    SELECT 'ord_bench' || n, 'BENCH' || n, 'delivered', 'Khách minh họa', '+8490' || lpad((n % 9999999)::text, 7, '0'),
      '75', '25217', 'Đường minh họa', 'vi', 'cod', 1, 0, 1, ${at('n / 2')} FROM generate_series(${orders}) n`);
  await client.query(`
    INSERT INTO "shipment" ("id", "orderId", "carrier", "shippedAt")
    SELECT 'shp_bench' || n, 'ord_bench' || n, 'Xe', ${at('n / 2')} FROM generate_series(${orders}) n`);
  await client.query(`
    INSERT INTO "box" ("id", "serial", "gtin", "productId", "lotId", "orderId", "lineId", "units", "grams", "packedAt",
      "packedBy", "packEventId")
    SELECT 'box_bench' || n, 'BENCH' || lpad(n::text, 8, '0'), '09521234002000', p."id", 'lot_bench' || n / ${BOXES_A_LOT},
      'ord_bench' || n / ${BOXES_AN_ORDER}, 'lin_bench' || n / ${BOXES_AN_ORDER}, 1, 10000, ${at('n / 4')},
      'usr_bench' || n / ${BOXES_A_LOT} % 4, 'evt_bench' || n
    FROM generate_series(${from}, ${to - 1}) n, (SELECT "id" FROM "product" LIMIT 1) p`);
  await client.query(`
    INSERT INTO "stock_move" ("lotId", "kind", "grams", "boxId", "at")
    SELECT 'lot_bench' || n / ${BOXES_A_LOT}, 'pack'::"StockMoveKind", -10000, 'box_bench' || n, ${at('n / 4')}
    FROM generate_series(${from}, ${to - 1}) n
    UNION ALL SELECT 'lot_bench' || n, 'receive', 1000000, NULL, ${at('n * 25')} FROM generate_series(${lots}) n`);
  await client.query('ANALYZE');
}

/** The middle one of what lots all over the table cost, each asked for the first time. */
async function millisecondsOfReach(database: Database, boxes: number): Promise<number> {
  progress(`recall: a lot among ${boxes} boxes`);
  const lots = boxes / BOXES_A_LOT;
  const milliseconds: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const id = `lot_bench${Math.floor((lots * (time + 0.5)) / (TIMES + 1))}`;
    const began = performance.now();
    const { reached, sums } = await reachOf(database, { kind: 'lot', id });
    // The first one warms up what does not depend on how many boxes there are.
    if (time > 0) milliseconds.push(performance.now() - began);
    const { received, ...places } = sums;
    const sum = Object.values(places).reduce((grams, place) => grams + place, 0);
    if (reached.boxes !== BOXES_A_LOT || sum !== received)
      throw new Error(`lot ${id} reached ${reached.boxes}`);
  }
  return median(milliseconds);
}
