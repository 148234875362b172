import { readArguments, USAGE } from './read-arguments';
import { verifyLog } from './verify-log';

const TIMEOUT_MS = 30_000;
const EXIT = { whole: 0, broken: 1, unread: 2 };

/** Where the command speaks: findings, and why it could not find out. */
export interface Voice {
  say: (line: string) => void;
  complain: (line: string) => void;
}

/** Runs `log:verify`. Gives the exit code: 0 for a whole log, 1 for one that is not, 2 when it could not be read. */
export async function command(
  args: readonly string[],
  dataDir: string,
  { say, complain }: Voice,
): Promise<number> {
  const read = readArguments(args, dataDir);
  if (!read.ok) {
    complain(`${read.problem}\n${USAGE}`);
    return EXIT.unread;
  }
  const { asked } = read;
  try {
    return EXIT[
      await verifyLog(
        asked,
        (path) => fetchBelow(asked.url, path),
        say,
        () => new Date(),
      )
    ];
  } catch (error) {
    const { message, cause } = error as Error;
    complain(`NOT READ: ${message}${cause instanceof Error ? `: ${cause.message}` : ''}`);
    return EXIT.unread;
  }
}

/** The bytes below the log's address; null for what is not there. @throws when the site does not answer as a site does. */
async function fetchBelow(url: string, path: string): Promise<Uint8Array | null> {
  const answer = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error(`${url}/${path} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
