import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, freePort, openDatabase } from '@baunghe/db';
import { launch, postgresOf } from '../faults/launch';
import { atMost, median, progress, rounded } from './figures';
import { get } from './get';
import { lighthouseScores } from './lighthouse';
import { captureSpeed, logSpeed, proofsOfGrowingLogs } from './log';
import { fillStore, orderSpeed, placeOrder, productsToOrder } from './orders';
import { pageSpeed } from './page-speed';
import { boxPageWeight, firstLoadWeight } from './page-weight';
import { recallSpeed } from './recall';

const DRAWN_ANEW = 60;

/**
 * npm run bench: the figures of DESIGN's "Speed and size" as one JSON on standard output, each beside its budget.
 * Nothing is asserted: other work on the machine may disturb them, though ratios are taken by turns within one run.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'baunghe-bench-'));
  const port = process.env.PORT ?? String(await freePort());
  progress('building, and loading the demo season');
  const server = launch({ DEMO: '1', DATA_DIR: folder, PORT: port }, 'bin/start.mjs');
  const stop = async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    const early = await Promise.race([server.ready, server.ended]);
    if (early) throw new Error(early.errors.join('\n'));
    const site = { url: `http://localhost:${port}`, pid: server.child.pid ?? 0 };
    const database = openDatabase(postgresOf(folder).url, 2);
    const figures = await measure(site, database, postgresOf(folder).url);
    await database.$disconnect();
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await stop();
  }
}

async function measure(site: { url: string; pid: number }, database: Database, databaseUrl: string) {
  await fillStore(database);
  const { box, product } = await somePages(database);
  progress('weight');
  const boxPage = await boxPageWeight(`${site.url}${box}`);
  const firstLoad = await firstLoadWeight(`${site.url}/`);
  progress('pages as a phone gets them');
  const lighthouse = await lighthouseScores({
    home: `${site.url}/`,
    product: `${site.url}${product}`,
    box: `${site.url}${box}`,
  });
  progress('pages per second');
  const scannedBox = await pageSpeed(site, box, 0.5);
  const home = await pageSpeed(site, '/', 0.15);
  const productPage = await pageSpeed(site, product, 0.15);
  const memory = await residentMegabytes(site.url);
  progress('a box page drawn anew');
  const anew = await drawnAnew(site.url, box, database);
  progress('orders');
  const orders = await orderSpeed(site.url, database, databaseUrl);
  progress('the log');
  const log = {
    proofOfFourEvents: await proofsOfGrowingLogs(),
    intoTheLog: await logSpeed(database),
    capture: await captureSpeed(database),
  };
  const recall = await recallSpeed(database, databaseUrl);
  return {
    machine: { processors: cpus().length, processor: cpus()[0]?.model, node: process.versions.node },
    boxPageBytes: boxPage,
    storefrontFirstLoadBytes: firstLoad,
    lighthouse,
    pagesOfOneProcess: { scannedBox, home, product: productPage },
    serverMemoryAfterPages: {
      ...atMost(memory, 200, 'MB resident'),
      of: 'the server without its PostgreSQL',
    },
    boxPageDrawnAnew: anew,
    orders,
    log,
    recallOfALot: recall,
  };
}

async function somePages(database: Database) {
  const { gtin, serial, lot } = await database.box.findFirstOrThrow({
    include: { lot: { select: { batch: true } } },
    orderBy: { id: 'desc' },
  });
  const { slug } = await database.product.findFirstOrThrow({
    where: { listed: true },
    orderBy: { sort: 'asc' },
  });
  return { box: `/01/${gtin}/10/${lot.batch}/21/${serial}`, product: `/products/${slug}` };
}

/** What a box page takes, asked for right after each of many writes, as a client on this machine sees it. */
async function drawnAnew(url: string, path: string, database: Database) {
  const [product] = await productsToOrder(url, database);
  if (!product) throw new Error('nothing is listed');
  const milliseconds: number[] = [];
  for (let time = 0; time < DRAWN_ANEW; time++) {
    await placeOrder(url, product);
    const began = performance.now();
    await get(`${url}${path}`, { accept: 'text/html', 'accept-encoding': 'br' });
    milliseconds.push(performance.now() - began);
  }
  return { ...atMost(rounded(median(milliseconds)), 8, 'ms at the median'), times: DRAWN_ANEW };
}

async function residentMegabytes(url: string): Promise<number> {
  const { body } = await get(`${url}/metrics`);
  return rounded(Number(/^process_resident_memory_bytes (\d+)/m.exec(body.toString())?.[1]) / 1_000_000);
}

await main();
