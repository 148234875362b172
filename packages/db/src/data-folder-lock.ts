import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Thrown when another live process serves from the same data folder. */
export class DataFolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}`);
  }
}

/**
 * Claims a data folder for this process, so that two servers never run one database. A claim of a process that
 * has died is taken over. Returns the release.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'server.lock');
  const mine = await processMark(process.pid);
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const theirs = await readFile(file, 'utf8').catch(() => '');
    const pid = Number(theirs.split(' ')[0]);
    if (pid > 0 && theirs === (await processMark(pid))) throw new DataFolderInUse(folder, pid);
    await rm(file, { force: true });
  }
}

/** The pid with its start time, since a pid alone is given out again after a restart of the machine. */
async function processMark(pid: number): Promise<string> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return `${pid} gone`;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${started}`;
}
