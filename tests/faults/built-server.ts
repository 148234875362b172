import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@baunghe/db';
import { afterEach, inject } from 'vitest';
import { type Ending, gone, isAlive, launch, postgresOf } from './launch';
import type { SmallShop } from './small-shop';

/** A running server that was built before. */
export interface BuiltServer {
  /** Where it answers, without a slash at the end. */
  url: string;
  port: number;
  pid: number;
  /** Resolves at its end; every server is ended with its test. */
  ended: Promise<Ending>;
  kill(signal: NodeJS.Signals): void;
}

type Env = Record<string, string>;

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** A new folder that is gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baunghe-faults-'));
  folders.push(folder);
  return folder;
}

/** A data folder of the test's own with the small shop in it, stopped in order and ready to be served. */
export function shopFolder(): { DATA_DIR: string; shop: SmallShop } {
  const DATA_DIR = dataFolder();
  const { folder, shop } = inject('shop');
  execFileSync('cp', ['-a', `${folder}/.`, DATA_DIR]);
  return { DATA_DIR, shop };
}

afterEach(async () => {
  await Promise.all([...running].map(endNow));
  for (const folder of folders.splice(0)) {
    await endPostgresOf(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Starts the server and waits for its `ready` line. @throws what it said, when it ended before. */
export async function serve(env: Env): Promise<BuiltServer> {
  const port = Number(env.PORT ?? (await freePort()));
  const { child, ready, ended } = launched({ ...env, PORT: String(port) });
  const early = await Promise.race([ready, ended]);
  if (early) throw new Error(`not started (${early.code ?? early.signal}): ${early.errors.join('\n')}`);
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  return { url: `http://localhost:${port}`, port, pid: child.pid ?? 0, ended, kill };
}

/** Starts a server that is not going to serve, and waits for its end. */
export async function refuses(env: Env): Promise<Ending> {
  const { ready, ended } = launched({ ...env, PORT: env.PORT ?? String(await freePort()) });
  const ending = await Promise.race([ready, ended]);
  if (!ending) throw new Error('it serves');
  return ending;
}

function launched(env: Env) {
  const server = launch({ DEMO: '0', ...env });
  running.add(server.child);
  server.child.once('close', () => running.delete(server.child));
  return server;
}

function endNow(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

/** A killed server leaves its PostgreSQL behind. */
async function endPostgresOf(folder: string): Promise<void> {
  let pid: number;
  try {
    ({ pid } = postgresOf(folder));
  } catch {
    return;
  }
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  await gone(pid);
}
