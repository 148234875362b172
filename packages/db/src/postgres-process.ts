import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** As whom files lie on the disk and PostgreSQL runs. */
export interface Owner {
  uid: number;
  gid: number;
}

/** Settings of one that may lose its data: it does not wait for the disk. */
export const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts PostgreSQL on a cluster and a port of 127.0.0.1; resolves once it takes connections, throws with what it said otherwise. */
export function startServer(
  postgres: string,
  cluster: string,
  port: number,
  more: readonly string[],
  owner?: Owner,
): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', ...more];
  const flags = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  // Its own process group: Ctrl-C must reach the web server first, which then stops the database in order.
  const child = spawn(postgres, flags, {
    ...owner,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`PostgreSQL did not start (exit ${code}): ${said.trim()}`)),
    );
  });
}

/** Stops PostgreSQL after its open transactions are rolled back; one that has ended already is no matter. */
export function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

const PATIENCE_MS = 30_000;

/**
 * Ends a PostgreSQL that was left behind on this cluster, and what a killed one left: its children, which still write,
 * and its lock file, which PostgreSQL believes as long as any process bears the number in it (one that died unreaped
 * in a container, or another program after a restart).
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const [pid, dataFolder] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  if (!pid || dataFolder !== cluster) return;
  if (await isPostgres(Number(pid))) process.kill(Number(pid), 'SIGINT');
  const cut = Date.now() + PATIENCE_MS;
  while ((await isPostgres(Number(pid))) || (await worksIn(cluster))) {
    if (Date.now() > cut) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await rm(pidFile, { force: true });
}

/** Whether the process of that number is a PostgreSQL that lives. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // Empty for a process that has died and waits to be reaped. Where there is no /proc, a living one is believed.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  return command.includes('postgres');
}

/** Whether any process works in the folder, as every process of a PostgreSQL does in its cluster. */
async function worksIn(folder: string): Promise<boolean> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return places.includes(folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
