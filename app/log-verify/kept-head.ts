import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const head = z.object({
  url: z.string(),
  /** Verifier keys of the log, `name+id+key`, that were trusted. */
  keys: z.array(z.string()).min(1),
  /** The signed note. */
  checkpoint: z.string(),
  size: z.number().int().min(0),
  at: z.string(),
});

/** What is remembered of a log from one replay to the next. */
export type KeptHead = z.infer<typeof head>;

/** The head that was kept; null when there is none. @throws for a file that is there and cannot be read. */
export async function readKeptHead(file: string): Promise<KeptHead | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : head.parse(JSON.parse(text));
}

/** Keeps a head, whole or not at all. */
export async function keepHead(file: string, kept: KeptHead): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
