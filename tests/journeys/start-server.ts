import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../packages/db/src/free-port.ts';
import { LocalStripe } from '../../packages/payments/src/testing/index.ts';
import { findBrowser } from './find-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the operator's shell may hold and the journeys must not: an empty name counts as not set. */
const NOT_SET = Object.fromEntries(
  [
    'NODE_ENV',
    'DATABASE_URL',
    'SESSION_SECRET',
    'GS1_PREFIX',
    'BANK_BIN',
    'BANK_ACCOUNT',
    'BANK_ACCOUNT_NAME',
    'SMS_GATEWAY',
  ].map((name) => [name, '']),
);

/** Starts the built server on a demo season of its own, and says where it and the browser are. */
export default async function startServer(): Promise<() => Promise<void>> {
  process.env.JOURNEYS_BROWSER = await findBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'baunghe-journeys-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const stripe = await LocalStripe.open();
  stripe.callsTo = `${url}/webhooks/stripe`;
  const settings = {
    DEMO: '1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    SMS_WEBHOOK_KEY: 'key-of-the-journeys',
    STRIPE_SECRET_KEY: stripe.settings.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.settings.webhookSecret,
    STRIPE_API_BASE: stripe.settings.apiBase,
    BANK_FEED: 'sepay',
    BANK_SEPAY_API_KEY: 'bank-key-of-the-journeys',
  };
  const server = spawn(process.execPath, ['build/main/main.js'], {
    cwd: ROOT,
    env: { ...process.env, ...NOT_SET, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async () => {
    await stop(server);
    await stripe.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    await end();
    throw error;
  }
  process.env.JOURNEYS_URL = url;
  process.env.JOURNEYS_SMS_KEY = settings.SMS_WEBHOOK_KEY;
  process.env.JOURNEYS_BANK_KEY = settings.BANK_SEPAY_API_KEY;
  process.env.JOURNEYS_DATA = folder;
  return end;
}

/** Resolves at the line `ready …`; rejects with all that was said when the server ends before. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const lines = server.stdout && createInterface(server.stdout);
  await new Promise<void>((resolve, reject) => {
    let begun = false;
    lines?.on('line', (line) => {
      said += `${line}\n`;
      if (!line.startsWith('ready')) return;
      begun = true;
      resolve();
    });
    server.once('error', reject);
    server.once('exit', (code, signal) => {
      if (!begun) reject(new Error(`the server did not start:\n${said}`));
      else if (code !== 0 || signal)
        console.error(`the server ended (${signal ?? code}):\n${said.slice(-4000)}`);
    });
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}
