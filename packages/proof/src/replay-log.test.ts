import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { entriesOf, entryBundle } from './entry-bundle.ts';
import { formatNote, parseNote, signNote } from './note.ts';
import { checkpointOf, entriesFrom, ORIGIN, publishedLog, signerOf } from './proof.builders.ts';
import { type ReplayInput, replayLog } from './replay-log.ts';

const SIZE = 66_000;
const fruit = entriesFrom(0, SIZE);
const few = fruit.slice(0, 600);

/** Three levels of tiles, made once; each test gets files of its own. */
const tall = publishedLog(fruit);
const tallLog = async (): Promise<Published> => {
  const log = await tall;
  const files = new Map(log.files);
  return { ...log, files, fetchBytes: async (path) => files.get(path) ?? null };
};

type Published = Awaited<ReturnType<typeof publishedLog>>;

const replay = async (log: Published, more: Partial<ReplayInput> = {}) =>
  replayLog({ fetchBytes: log.fetchBytes, logKeys: [await signerOf(ORIGIN)], ...more });

const faultsOf = async (log: Published, more: Partial<ReplayInput> = {}) => {
  const said = await replay(log, more);
  return said.whole ? [] : said.faults;
};

/** Rewrites the entries of a bundle, as someone would who has only that file. */
function rewrite(log: Published, path: string, change: (entries: Uint8Array[]) => Uint8Array[]): void {
  const entries = entriesOf(log.files.get(path) ?? new Uint8Array());
  if (!entries) throw new Error(`no ${path}`);
  log.files.set(path, entryBundle(change(entries)));
}

function flip(log: Published, path: string, at: number): void {
  const bytes = log.files.get(path);
  if (!bytes) throw new Error(`no ${path}`);
  log.files.set(path, bytes.with(at, (bytes[at] as number) ^ 1));
}

describe('an honest log', () => {
  it('is whole over three levels of tiles, and every entry is read', async () => {
    const log = await tallLog();
    const progress: number[] = [];
    const kept = (await publishedLog(fruit.slice(0, 1000))).checkpoint;
    const said = await replay(log, { kept, onProgress: (entries) => progress.push(entries) });
    expect(said).toMatchObject({ whole: true, origin: ORIGIN, size: SIZE, witnesses: [], kept: true });
    expect(progress).toHaveLength(258);
    expect(progress.at(-1)).toBe(SIZE);
  });

  it('counts the entries that hold hashes, in a log of old and new ones, and sees a hash that was changed', async () => {
    const [element, member, plain, text] = [
      '{"childEPCs":["load",{"...":"aGFzaA"}]}',
      '{"_sd":["aGFzaA"],"type":"x"}',
      '{"childEPCs":["box"]}',
      '{"note":"{\\"...\\":\\"x\\",\\"_sd\\":["}',
    ].map(utf8) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const log = await publishedLog([plain, element, text, member]);
    expect(await replay(log)).toMatchObject({ whole: true, hiding: 2 });
    const changed = utf8('{"childEPCs":["load",{"...":"aGFzaB"}]}');
    rewrite(log, 'tile/entries/000.p/4', (entries) => entries.with(1, changed));
    expect(await faultsOf(log)).toEqual([{ code: 'entry_changed', index: 1 }]);
  });

  it('is whole at any size, from any kept checkpoint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(600), fc.nat(), async (size, seed) => {
        const log = await publishedLog(few.slice(0, size));
        const { checkpoint: kept } = await publishedLog(few.slice(0, seed % (size + 1)));
        expect(await faultsOf(log, { kept })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('may have dropped its narrow tiles once they were full', async () => {
    const [log, later] = [await publishedLog(few.slice(0, 300)), await publishedLog(fruit.slice(0, 512))];
    const checkpoint = log.files.get('checkpoint') as Uint8Array;
    later.files.set('checkpoint', checkpoint);
    later.files.set('tile/1/000.p/1', log.files.get('tile/1/000.p/1') as Uint8Array);
    expect(await faultsOf(later)).toEqual([]);
  });

  it('tells who witnessed it', async () => {
    const log = await publishedLog(few);
    const witness = await signerOf('witness.example.org', 'cosignature');
    const note = parseNote(log.checkpoint);
    if (!note) throw new Error('not a note');
    note.signatures.push(await signNote(note.text, witness, 77));
    log.files.set('checkpoint', utf8(formatNote(note)));
    const said = await replay(log, { witnessKeys: [witness] });
    expect(said).toMatchObject({ whole: true, witnesses: [{ name: 'witness.example.org', time: 77 }] });
  });
});

describe('a log that was tampered with', () => {
  it('by any one byte anywhere is never whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (file, at) => {
        const log = await publishedLog(few);
        const paths = [...log.files.keys()];
        const path = paths[file % paths.length] as string;
        flip(log, path, at % (log.files.get(path)?.length ?? 1));
        expect(await faultsOf(log)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('by one byte of an event names the event', async () => {
    const log = await publishedLog(few);
    rewrite(log, 'tile/entries/001', (entries) =>
      entries.with(44, (entries[44] as Uint8Array).with(3, 0x58)),
    );
    expect(await faultsOf(log)).toEqual([{ code: 'entry_changed', index: 300 }]);
  });

  it('by events in another order says where each belongs', async () => {
    const log = await publishedLog(few);
    rewrite(log, 'tile/entries/000', ([first, second, third, ...rest]) =>
      [third, first, second, ...rest].map((entry) => entry as Uint8Array),
    );
    expect(await faultsOf(log)).toEqual([
      { code: 'entry_moved', index: 0, belongsAt: 2 },
      { code: 'entry_moved', index: 1, belongsAt: 0 },
      { code: 'entry_moved', index: 2, belongsAt: 1 },
    ]);
  });

  it('by dropping the last leaf, whether the head is signed again or not', async () => {
    const log = await publishedLog(few);
    rewrite(log, 'tile/entries/002.p/88', (entries) => entries.slice(0, -1));
    expect(await faultsOf(log)).toEqual([{ code: 'entries_missing', index: 599 }]);
    log.files.delete('tile/entries/002.p/88');
    expect(await faultsOf(log)).toEqual([{ code: 'entries_missing', index: 512 }]);
    const shorter = await publishedLog(few.slice(0, -1));
    expect(await faultsOf(shorter, { kept: log.checkpoint })).toEqual([
      { code: 'older_than_kept', size: 599, keptSize: 600 },
    ]);
  });

  it('by an old checkpoint over the same files', async () => {
    const log = await publishedLog(few);
    const old = await publishedLog(few.slice(0, 512));
    expect(await faultsOf(old, { kept: log.checkpoint })).toEqual([
      { code: 'older_than_kept', size: 512, keptSize: 600 },
    ]);
  });

  it('by a fork, signed and whole in itself', async () => {
    const forked = await publishedLog(few.with(100, utf8('{"event":"another"}')));
    for (const keptSize of [101, 256, 512, 600]) {
      const { checkpoint: kept } = await publishedLog(few.slice(0, keptSize));
      expect(await faultsOf(forked, { kept })).toEqual([{ code: 'fork', keptSize }]);
    }
    const { checkpoint: kept } = await publishedLog(few.slice(0, 100));
    expect(await faultsOf(forked, { kept })).toEqual([]);
    expect(await faultsOf(forked)).toEqual([]);
  });

  it('in a tile names the tile and the place in it', async () => {
    const log = await tallLog();
    flip(log, 'tile/0/003', 7 * 32);
    flip(log, 'tile/0/257.p/208', 5 * 32 + 31);
    flip(log, 'tile/1/000', 9 * 32 + 3);
    flip(log, 'tile/2/000.p/1', 0);
    expect(await faultsOf(log)).toEqual([
      { code: 'tile_wrong', path: 'tile/0/003', at: 7 },
      { code: 'tile_wrong', path: 'tile/0/257.p/208', at: 5 },
      { code: 'tile_wrong', path: 'tile/1/000', at: 9 },
      { code: 'tile_wrong', path: 'tile/2/000.p/1', at: 0 },
    ]);
  });

  it('in a file that is missing or cut names the file', async () => {
    const log = await publishedLog(few);
    log.files.delete('tile/0/001');
    log.files.set('tile/1/000.p/2', new Uint8Array(63));
    expect(await faultsOf(log)).toEqual([
      { code: 'tile_missing', path: 'tile/0/001' },
      { code: 'tile_unreadable', path: 'tile/1/000.p/2' },
    ]);
    log.files.set('tile/entries/000', Uint8Array.of(0, 9, 1));
    expect(await faultsOf(log)).toContainEqual({ code: 'tile_unreadable', path: 'tile/entries/000' });
  });

  it('by a bundle with more entries than the tree has there', async () => {
    const log = await publishedLog(few);
    rewrite(log, 'tile/entries/002.p/88', (entries) => [...entries, utf8('{}')]);
    expect(await faultsOf(log)).toEqual([{ code: 'tile_unreadable', path: 'tile/entries/002.p/88' }]);
  });

  it('with entries and tiles made anew, under the old signature', async () => {
    const log = await publishedLog(few);
    const forged = await publishedLog(few.with(9, utf8('{}')));
    forged.files.set('checkpoint', utf8(log.checkpoint));
    expect(await faultsOf(forged)).toEqual([{ code: 'root_wrong', size: 600 }]);
    forged.files.set('tile/1/000.p/2', log.files.get('tile/1/000.p/2') as Uint8Array);
    expect(await faultsOf(forged, { kept: log.checkpoint })).toEqual([
      { code: 'root_wrong', size: 600 },
      { code: 'tile_wrong', path: 'tile/1/000.p/2', at: 0 },
      { code: 'fork', keptSize: 600 },
    ]);
  });

  it('in its head says what is wrong with it', async () => {
    const log = await publishedLog(few);
    const says = (checkpoint: Uint8Array | string) => {
      log.files.set('checkpoint', typeof checkpoint === 'string' ? utf8(checkpoint) : checkpoint);
      return faultsOf(log);
    };
    expect(await says(log.checkpoint.replace('\n600\n', '\n601\n'))).toEqual([
      { code: 'wrong_signature', name: ORIGIN, of: 'log' },
    ]);
    expect(await says(await checkpointOf(log, ORIGIN, 'forger.example'))).toEqual([
      { code: 'no_known_signature', of: 'log' },
    ]);
    expect(await says(Uint8Array.of(0xff, 0xfe))).toEqual([{ code: 'malformed_note', of: 'log' }]);
    log.files.delete('checkpoint');
    expect(await faultsOf(log)).toEqual([{ code: 'no_checkpoint' }]);
  });

  it('or a kept checkpoint that is none of its own, is told', async () => {
    const log = await publishedLog(few);
    expect(await faultsOf(log, { kept: '' })).toEqual([{ code: 'malformed_note', of: 'kept' }]);
    const other = 'other.example.org';
    const kept = await checkpointOf(log, other);
    const logKeys = [await signerOf(ORIGIN), await signerOf(other)];
    expect(await faultsOf(log, { kept, logKeys })).toEqual([{ code: 'kept_of_another_log', origin: other }]);
  });
});

it('a log that cannot be reached is not called wrong', async () => {
  const fetchBytes = async () => {
    throw new TypeError('fetch failed');
  };
  await expect(replayLog({ fetchBytes, logKeys: [] })).rejects.toThrow('fetch failed');
});
