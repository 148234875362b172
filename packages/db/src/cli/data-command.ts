import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CopyRefused } from '../data-file.ts';
import { DataFolderInUse, lockDataFolder } from '../data-folder-lock.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';

/**
 * Runs a command on all data: gives it the file named on the command line and the database that the server would use,
 * starting the embedded one for as long as it takes. Ends the process: 0 with what was done, 1 with one sentence.
 */
export async function dataCommand(
  usage: string,
  mustHaveData: boolean,
  act: (databaseUrl: string, file: string) => Promise<string>,
): Promise<never> {
  const [file] = process.argv.slice(2);
  try {
    if (!file) throw new CopyRefused(`usage: ${usage}`);
    console.log(await withDatabase(mustHaveData, (url) => act(url, file)));
    process.exit(0);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

async function withDatabase<T>(mustHaveData: boolean, work: (url: string) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL?.trim();
  if (url) {
    if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url))
      throw new CopyRefused('DATABASE_URL: must look like postgresql://user:password@host:5432/database');
    return work(url);
  }
  const folder = process.env.DATA_DIR?.trim() || './.data';
  if (mustHaveData) {
    const isCluster = await access(join(folder, 'postgres/PG_VERSION')).then(
      () => true,
      () => false,
    );
    if (!isCluster)
      throw new CopyRefused(`DATA_DIR: there is no database in ${folder}, and DATABASE_URL is not set`);
  }
  await mkdir(folder, { recursive: true });
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

const NOT_THERE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
]);

function sentenceOf(error: unknown): string {
  if (error instanceof CopyRefused) return error.message;
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
