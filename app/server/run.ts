import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGate } from '@baunghe/api';
import { createAccounts } from '@baunghe/coop';
import type { Database } from '@baunghe/db';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { DEMO_ACCOUNTS } from '../../prisma/demo/accounts';
import { cardGateway, cardPages } from './cards/gateway';
import { carrierOf } from './carriers/carrier';
import { type Config, sessionSecret } from './config';
import type { Gate } from './gate';
import { listen } from './listen';
import { logSigner, witnessOf } from './log-signer';
import { openData, ownGln } from './open-data';
import { PageCache } from './page-cache';
import { sealLoop } from './seal-loop';
import { headersOfEveryAnswer } from './security-headers';
import { smsGateway, smsSettings } from './sms/gateway';
import { sendLoop } from './sms/send-loop';
import { webApp } from './web';
import { workLoop } from './work-loop';

const UNPAID_EVERY_MS = 60_000;
const ERASED_EVERY_MS = 3_600_000;
const CERTIFICATES_EVERY_MS = 3_600_000;

type AtEnd = (undo: () => Promise<void>) => void;

/** Starts everything in its order and resolves once pages are served. `say` writes a line for the operator. */
export async function run(
  config: Config,
  dev: boolean,
  say: (line: string) => void,
  atEnd: AtEnd,
): Promise<void> {
  const log = pino({ level: dev ? 'debug' : 'info' }, pino.destination(2));
  const pages = cardPages(config.stripe);
  const site = { https: config.publicUrl.startsWith('https:'), dev, ...(pages ? { cardPages: pages } : {}) };
  const cache = new PageCache(headersOfEveryAnswer(site));
  const server = createServer();
  const serve = await listen(server, config.port, atEnd);
  const database = await openData(config, process.cwd(), say, atEnd);
  const gate = await openGate(config, database, () => {
    cache.clear();
    sealing.nudge();
    sending.nudge();
  });
  const sealing = sealLoop(() => gate.seal(), {
    unwitnessed: (witness, said) => log.warn({ witness, said }, 'a witness did not cosign'),
    failed: (error) => log.error({ err: error }),
  });
  atEnd(() => sealing.stop());
  const sending = sendLoop(
    () => gate.sendMessages(),
    (error) => log.error({ err: error }),
  );
  atEnd(() => sending.stop());
  await gate.seal();
  const built = dev ? await (await import('./dev-pages')).devPages(server, atEnd) : builtPages();
  const app = webApp({
    ...built,
    gate,
    cache,
    site,
    log,
    publicUrl: config.publicUrl,
    demo: config.demo,
    isReady: async () => (await database.$queryRaw`SELECT 1`) !== null,
  });
  if (config.demo) sayDemoSignIns(say);
  const unexpected = (error: unknown) => log.error({ err: error });
  atEnd(workLoop(() => gate.importSome(), 1_000, unexpected));
  atEnd(workLoop(() => gate.settleCards(), 5_000, unexpected));
  atEnd(workLoop(() => gate.runCarrierErrands(), 5_000, unexpected));
  everySoOften(UNPAID_EVERY_MS, () => gate.cancelUnpaid(), atEnd, unexpected);
  everySoOften(UNPAID_EVERY_MS, () => gate.askForAccounts(), atEnd, unexpected);
  everySoOften(CERTIFICATES_EVERY_MS, () => gate.tellCertificates(), atEnd, unexpected);
  everySoOften(ERASED_EVERY_MS, () => gate.eraseOldOrders(), atEnd, unexpected);
  serve((request, response) => {
    if (!cache.answer(request, response)) app(request, response);
  });
}

async function openGate(config: Config, database: Database, written: () => void): Promise<Gate> {
  const secret = await sessionSecret(config);
  const signer = await logSigner(config, database);
  const accounts = createAccounts({
    database,
    secret,
    baseUrl: config.publicUrl,
    secureCookies: config.secureCookies,
    trustedOrigins: [],
    allowDemo: config.demo,
  });
  const settings = {
    publicUrl: config.publicUrl,
    gln: ownGln(config),
    gs1Prefix: config.gs1Prefix,
    ...(config.cadmiumLimit === undefined ? {} : { cadmiumLimit: config.cadmiumLimit }),
    bank: config.bank ?? null,
    ...(config.bankFeed ? { bankFeed: config.bankFeed } : {}),
    secret,
    demo: config.demo,
    demoSignIns: config.demo ? DEMO_ACCOUNTS : [],
    secondFactor: config.secondFactor,
    joining: config.joining,
    ...(config.packingCamera ? { packingCamera: config.packingCamera } : {}),
    carrierCalls: config.carrier?.webhookSecret !== undefined,
    sms: smsSettings(config.sms),
  };
  const carrier = carrierOf(config);
  const cards = await cardGateway(config.stripe);
  const gateway = smsGateway(config.sms, config);
  const log = { signer, witnesses: config.witnesses.map(witnessOf) };
  return createGate({
    database,
    accounts,
    settings,
    log,
    written,
    ...(gateway ? { smsGateway: gateway } : {}),
    ...(cards ? { cardGateway: cards } : {}),
    ...(carrier ? { carrier } : {}),
  });
}

function builtPages() {
  const folder = resolve('build');
  const build = import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'server/index.js')).href
  ) as Promise<ServerBuild>;
  return { build: () => build, clientFolder: join(folder, 'client') };
}

function sayDemoSignIns(say: (line: string) => void): void {
  say('demo sign-ins, at /office/sign-in:');
  for (const { name, phone, password } of DEMO_ACCOUNTS) say(`  ${phone}  ${password}  ${name}`);
}

function everySoOften(
  everyMs: number,
  act: () => Promise<unknown>,
  atEnd: AtEnd,
  onError: (error: unknown) => void,
): void {
  let busy: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    busy = act().catch(onError);
  }, everyMs);
  atEnd(async () => {
    clearInterval(timer);
    await busy;
  });
}
