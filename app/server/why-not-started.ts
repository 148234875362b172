import { DataFolderInUse } from '@baunghe/db';

/** A reason not to start, as a sentence for the operator. */
export class NotStarted extends Error {}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
]);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** One clear line for the operator on why the server could not start; never holds the database's password. */
export function whyNotStarted(error: unknown, { port }: { port: number }): string {
  if (error instanceof DataFolderInUse)
    return `DATA_DIR: ${error.folder} is in use by process ${error.pid}; stop it or name another folder`;
  if (error instanceof NotStarted) return error.message;
  const code = codeOf(error) || (error instanceof AggregateError ? codeOf(error.errors[0]) : '');
  if (code === 'EADDRINUSE') return `PORT: ${port} is taken by another program; stop it or name another port`;
  if (code === 'EACCES')
    return `not allowed: ${String((error as NodeJS.ErrnoException).path ?? `port ${port}`)}`;
  if (code === 'ENOSPC' || code === '53100') return 'the disk is full; free some space and start again';
  if (NETWORK.has(code)) return `DATABASE_URL: no database answers there (${code})`;
  if (code === '28P01' || code === '28000') return 'DATABASE_URL: the database refuses this user or password';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
