import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderInUse, lockDataFolder } from './data-folder-lock.ts';
import { runningPostgresUrl, startEmbeddedPostgres } from './embedded-postgres.ts';

/** Thrown with a sentence for whoever typed a command; nothing was changed. */
export class CommandRefused extends Error {}

/** What a command needs of the database that the server would use. */
export interface CommandNeeds {
  /** Refuse a data folder without a database, rather than make one there. */
  mustHaveData: boolean;
  /** Work beside a server that runs on the data folder, through its database, rather than refuse. */
  mayJoin: boolean;
}

/**
 * Gives a command the database that the server would use: DATABASE_URL's, or the embedded one of DATA_DIR, started for
 * as long as the work takes. `joined`: a server runs on it at this moment.
 * @throws CommandRefused, DataFolderInUse.
 */
export async function withCommandDatabase<T>(
  needs: CommandNeeds,
  work: (url: string, joined: boolean) => Promise<T>,
): Promise<T> {
  const url = process.env.DATABASE_URL?.trim();
  if (url) {
    if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url))
      throw new CommandRefused('DATABASE_URL: must look like postgresql://user:password@host:5432/database');
    return work(url, false);
  }
  const folder = process.env.DATA_DIR?.trim() || './.data';
  if (needs.mustHaveData) await mustHoldCluster(folder);
  await mkdir(folder, { recursive: true });
  try {
    return await inOwnFolder(folder, (own) => work(own, false));
  } catch (error) {
    const running =
      needs.mayJoin && error instanceof DataFolderInUse ? await runningPostgresUrl(folder) : null;
    if (!running) throw error;
    return work(running, true);
  }
}

async function inOwnFolder<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const release = await lockDataFolder(folder);
  try {
    const server = await startEmbeddedPostgres(folder);
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await release();
  }
}

async function mustHoldCluster(folder: string): Promise<void> {
  const isCluster = await access(join(folder, 'postgres/PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!isCluster)
    throw new CommandRefused(`DATA_DIR: there is no database in ${folder}, and DATABASE_URL is not set`);
}

const NOT_THERE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
]);

/** What went wrong with a command, as one sentence that names the mend. */
export function commandSentence(error: unknown): string {
  if (error instanceof CommandRefused) return error.message;
  if (error instanceof DataFolderInUse)
    return `DATA_DIR: a server runs on ${error.folder} (process ${error.pid}); stop it first`;
  const { code = '', message } = (
    error instanceof AggregateError ? error.errors[0] : error
  ) as NodeJS.ErrnoException;
  if (NOT_THERE.has(code)) return `DATABASE_URL: no database answers there (${code})`;
  if (code === '28P01' || code === '28000') return 'DATABASE_URL: the database refuses this user or password';
  if (code === '3D000') return 'DATABASE_URL: there is no such database';
  if (code === 'ENOSPC' || code === '53100') return 'the disk is full; free some space and start again';
  return `${code} ${message}`.trim();
}
