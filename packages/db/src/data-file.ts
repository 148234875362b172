import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { CommandRefused } from './command-database.ts';

/** Thrown with a sentence for the operator when data cannot be exported or imported; nothing was changed. */
export class CopyRefused extends CommandRefused {}

const FORMAT = 'bau-nghe-data';
const VERSION = 1;

const header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Names of the migrations that the data has the form of. */
  migrations: z.array(z.string()),
  /** Every table in an order in which foreign keys hold, with its rows and a sum over all of them. */
  tables: z.array(
    z.object({ name: z.string(), rows: z.number(), sum: z.string(), columns: z.array(z.string()) }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
});

/** The first line of a file: what is in it. */
export type Header = Omit<z.infer<typeof header>, 'format' | 'version'>;

/** A row: every column as PostgreSQL's text, null for NULL. */
export type Row = (string | null)[];

/** A line after the first: a row, with the place of its table in the header. */
export type Line = [table: number, row: Row];

/** Writes a file: gzip over a line of JSON for the header and one for each row, at the pace of the disk. */
export async function writeDataFile(file: string, about: Header, lines: AsyncIterable<Line>): Promise<void> {
  async function* text() {
    yield `${JSON.stringify({ format: FORMAT, version: VERSION, ...about })}\n`;
    for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  }
  // Names, telephone numbers and addresses are in it.
  const to = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(text()), createGzip(), to);
}

/**
 * Reads a file, a line at a time, at the pace of `use`.
 * @throws CopyRefused when it is no such file, or a broken one.
 */
export async function readDataFile(
  file: string,
  use: (about: Header, lines: AsyncIterable<Line>) => Promise<void>,
): Promise<void> {
  const lines = linesOf(bytesOf(file));
  try {
    const first = await lines.next();
    const about = header.safeParse(first.done ? undefined : parsed(first.value));
    if (!about.success)
      throw new CopyRefused(`${file} is not in the form of version ${VERSION} of ${FORMAT}`);
    await use(about.data, rowsOf(lines));
  } finally {
    await lines.return(undefined);
  }
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const gunzip = createGunzip();
  packed.once('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new CopyRefused(`there is no file ${file}`);
    if (code.startsWith('Z_')) throw new CopyRefused(`${file} is broken or cut short`);
    throw error;
  } finally {
    packed.destroy();
  }
}

async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<Line> {
  for await (const line of lines) yield parsed(line) as Line;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new CopyRefused('the file holds a line that is no JSON');
  }
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of source) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}
