import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type Database, plusDays, thisMoment, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import pg from 'pg';
import { atLeast, median, progress, rounded } from './figures';
import { get } from './get';

const CLIENTS = 8;
const SECONDS = 4;
const ROUNDS = 3;
const SCALE = 10;
const run = promisify(execFile);

const PROVINCE = '75';

/** A product, and what one unit of it comes to with delivery, in đồng. */
type Product = { id: string; total: number };

/** Fills the store through its own rooms, so that no order of the measurement finds it empty. */
export async function fillStore(database: Database): Promise<void> {
  const products = await database.product.findMany({ where: { listed: true } });
  const kinds = new Map(
    products.map(({ varietyCode, grade }) => [`${varietyCode} ${grade}`, { varietyCode, grade }]),
  );
  const { id: userId } = await database.user.findFirstOrThrow();
  for (const { varietyCode, grade } of kinds.values()) {
    const { plotId } = await database.plotTrees.findFirstOrThrow({
      where: { varietyCode, plot: { closedAt: null } },
    });
    const cutOn = vietnamDay(new Date());
    for (let lot = 0; lot < 2; lot++) {
      const entry = {
        plotId,
        varietyCode,
        grade,
        grams: 20_000_000,
        cutOn: plusDays(cutOn, -lot),
        photoId: null,
      };
      const by = { userId, memberId: null, gln: '9521234000013' };
      const recorded = await database.$transaction((tx) => recordHarvest(tx, thisMoment(), by, entry));
      if (!recorded.ok) throw new Error(`harvest refused: ${recorded.error.code}`);
    }
  }
}

/** What one unit of each listed product comes to, as the shop itself says it. */
export async function productsToOrder(url: string, database: Database): Promise<Product[]> {
  const listed = await database.product.findMany({ where: { listed: true }, select: { id: true } });
  return Promise.all(
    listed.map(async ({ id }) => {
      const json = { lines: [{ productId: id, quantity: 1 }], provinceCode: PROVINCE };
      const asked = `${url}/api/trpc/products.priceCart?input=${encodeURIComponent(JSON.stringify({ json }))}`;
      const { body } = await get(asked, {});
      const said = JSON.parse(body.toString()) as { result: { data: { json: { total: number } } } };
      return { id, total: said.result.data.json.total };
    }),
  );
}

/** Sends one order of one unit through the gate for machines; throws unless it was placed. */
export async function placeOrder(url: string, product: Product): Promise<void> {
  const json = {
    key: randomUUID(),
    lines: [{ productId: product.id, quantity: 1 }],
    buyerName: 'Khách minh họa',
    phone: '0900001234',
    provinceCode: PROVINCE,
    wardCode: '25217',
    street: 'Số 1, đường minh họa',
    note: null,
    locale: 'vi',
    method: 'cod',
    seenTotal: product.total,
  };
  const { status, body } = await get(`${url}/api/trpc/checkout.place`, {}, JSON.stringify({ json }));
  if (status !== 200 || !body.includes('"ok":true')) throw new Error(`order refused: ${status} ${body}`);
}

/**
 * Orders per second, 8 at once, beside a minimal transaction of five statements on the same server with as many
 * clients, by turns; what was sold is then compared with what was asked.
 */
export async function orderSpeed(url: string, database: Database, databaseUrl: string) {
  const products = await productsToOrder(url, database);
  const measure = await yardsticks(databaseUrl);
  const any = () => products[randomInt(products.length)] ?? fail('nothing is listed');
  const one = () => products[0] ?? fail('nothing is listed');
  const rounds: { spread: number; oneProduct: number; pgbench: number; node: number }[] = [];
  await sustained(1, () => placeOrder(url, any()));
  for (let round = 1; round <= ROUNDS; round++) {
    rounds.push({
      spread: await sustained(SECONDS, () => placeOrder(url, any())),
      pgbench: (await measure.pgbench?.()) ?? Number.NaN,
      oneProduct: await sustained(SECONDS, () => placeOrder(url, one())),
      node: await measure.node(),
    });
    progress(`  orders round ${round} of ${ROUNDS}`);
  }
  await measure.end();
  const middle = (what: keyof (typeof rounds)[number]) => rounded(median(rounds.map((round) => round[what])));
  const ratio = (what: 'spread' | 'oneProduct', to: 'pgbench' | 'node') =>
    rounded(median(rounds.map((round) => round[what] / round[to])));
  const used = measure.pgbench ? 'pgbench' : 'node';
  const beside = { pgbench: 'pgbench simple-update', node: 'the five statements of simple-update from Node' }[
    used
  ];
  return {
    ...atLeast(ratio('spread', used), 0.1, `of ${beside}`),
    aim: 'a third',
    ordersPerSecond: { overAllProducts: middle('spread'), ofOneProduct: middle('oneProduct') },
    yardsticksPerSecond: {
      ...(measure.pgbench ? { pgbench: middle('pgbench') } : {}),
      fiveStatementsFromNode: middle('node'),
    },
    ratios: {
      ...(measure.pgbench
        ? {
            overAllProductsToPgbench: ratio('spread', 'pgbench'),
            ofOneProductToPgbench: ratio('oneProduct', 'pgbench'),
          }
        : {}),
      overAllProductsToNode: ratio('spread', 'node'),
      ofOneProductToNode: ratio('oneProduct', 'node'),
    },
    durability: await durability(database),
    load: { clients: CLIENTS, rounds: ROUNDS, seconds: SECONDS, linesAnOrder: 1, pgbenchScale: SCALE },
  };
}

async function durability(database: Database) {
  const rows = await database.$queryRaw<{ name: string; setting: string }[]>`
    SELECT "name", "setting" FROM pg_settings
    WHERE "name" IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version') ORDER BY "name"`;
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/** How often a second the clients together get something done, each starting again as soon as it is. */
async function sustained(seconds: number, act: (client: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const client = async (number: number) => {
    while (performance.now() - began < seconds * 1000) {
      await act(number);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return (1000 * done) / (performance.now() - began);
}

async function yardsticks(databaseUrl: string) {
  const url = new URL(databaseUrl);
  url.pathname = '/yardstick';
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query('CREATE DATABASE yardstick');
  await admin.end();
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString: url.href }));
  await Promise.all(clients.map((client) => client.connect()));
  const accounts = 100_000 * SCALE;
  await clients[0]?.query(`
    CREATE TABLE pgbench_accounts (aid int, bid int, abalance int, filler char(84));
    CREATE TABLE pgbench_branches (bid int, bbalance int, filler char(88));
    CREATE TABLE pgbench_tellers (tid int, bid int, tbalance int, filler char(84));
    CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    INSERT INTO pgbench_branches SELECT i, 0 FROM generate_series(1, ${SCALE}) i;
    INSERT INTO pgbench_tellers SELECT i, (i - 1) / 10 + 1, 0 FROM generate_series(1, ${10 * SCALE}) i;
    INSERT INTO pgbench_accounts SELECT i, (i - 1) / 100000 + 1, 0, '' FROM generate_series(1, ${accounts}) i;
    ALTER TABLE pgbench_branches ADD PRIMARY KEY (bid);
    ALTER TABLE pgbench_tellers ADD PRIMARY KEY (tid);
    ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid)`);
  await clients[0]?.query('VACUUM ANALYZE');
  const flags = ['-n', '-N', '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS), url.href];
  const has = await run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
  return {
    pgbench: has
      ? async () => Number(/tps = ([\d.]+)/.exec((await run('pgbench', flags)).stdout)?.[1])
      : undefined,
    node: () => sustained(SECONDS, (number) => simpleUpdate(clients[number] ?? fail('no client'), accounts)),
    end: () => Promise.all(clients.map((client) => client.end())),
  };
}

/** The five statements of pgbench's simple-update. */
async function simpleUpdate(client: pg.Client, accounts: number): Promise<void> {
  const aid = randomInt(1, accounts + 1);
  const delta = randomInt(-5000, 5001);
  await client.query('BEGIN');
  await client.query(`UPDATE pgbench_accounts SET abalance = abalance + ${delta} WHERE aid = ${aid}`);
  await client.query(`SELECT abalance FROM pgbench_accounts WHERE aid = ${aid}`);
  await client.query(
    `INSERT INTO pgbench_history (tid, bid, aid, delta, mtime)
     VALUES (${randomInt(1, 10 * SCALE + 1)}, ${randomInt(1, SCALE + 1)}, ${aid}, ${delta}, CURRENT_TIMESTAMP)`,
  );
  await client.query('END');
}

function fail(why: string): never {
  throw new Error(why);
}
