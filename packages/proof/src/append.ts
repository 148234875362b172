import { joined } from './bytes.ts';
import { entriesOf, entryBundle } from './entry-bundle.ts';
import { type Hash, leafHash } from './leaf-hash.ts';
import { RightEdge } from './right-edge.ts';
import { hashesOfTile, type ReadTile, TILE_WIDTH, type Tile, tileAt, tileLevels, tilePath } from './tile.ts';

/** A tile and what is in it. */
export interface WrittenTile {
  tile: Tile;
  bytes: Uint8Array;
}

/** A log after entries were added: its head, and the tiles that are new or wider than before. */
export interface Growth {
  size: number;
  root: Hash;
  tiles: WrittenTile[];
}

/**
 * Adds entries to a log of `size`. Of the log as it was, only its growing tiles are read, at most one a level and the
 * last bundle. Nothing is written: whoever holds the lock of the log writes what comes back and signs the new head.
 * @throws RangeError when an entry is longer than a bundle can say, or a tile is not what a log of `size` has there.
 */
export async function appendEntries(
  size: number,
  entries: readonly Uint8Array[],
  readTile: ReadTile,
): Promise<Growth> {
  const tiles: WrittenTile[] = [];
  const edge = new RightEdge(size, await readEdge(size, readTile), (level, index, hashes) =>
    tiles.push({ tile: { level, index, width: TILE_WIDTH }, bytes: joined(...hashes) }),
  );
  for (const entry of entries) edge.push(leafHash(entry));
  for (const [level, hashes] of edge.levels.entries()) {
    const tile = growing(level, edge.size);
    const before = growing(level, size);
    const isAsBefore = before?.index === tile?.index && before?.width === tile?.width;
    if (tile && !isAsBefore) tiles.push({ tile, bytes: joined(...hashes) });
  }
  tiles.push(...(await growBundles(size, entries, readTile)));
  return { size: edge.size, root: edge.root(), tiles };
}

async function readEdge(size: number, readTile: ReadTile): Promise<Hash[][]> {
  const levels = Array.from({ length: tileLevels(size) }, (_, level) => growing(level, size));
  return Promise.all(
    levels.map(async (tile) => {
      if (!tile) return [];
      const hashes = hashesOfTile(await readTile(tile), tile.width);
      if (!hashes) throw new RangeError(`${tilePath(tile)} is not ${tile.width} hashes`);
      return hashes;
    }),
  );
}

async function growBundles(
  size: number,
  entries: readonly Uint8Array[],
  readTile: ReadTile,
): Promise<WrittenTile[]> {
  if (entries.length === 0) return [];
  const started = growing('entries', size);
  const before = started ? entriesOf(await readTile(started)) : [];
  if (before?.length !== (started?.width ?? 0))
    throw new RangeError(`a bundle does not end at entry ${size}`);
  const all = [...before, ...entries];
  const first = Math.floor(size / TILE_WIDTH);
  return Array.from({ length: Math.ceil(all.length / TILE_WIDTH) }, (_, at) => {
    const held = all.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH);
    return { tile: { level: 'entries', index: first + at, width: held.length }, bytes: entryBundle(held) };
  });
}

/** The tile of a level that is not full yet in a tree of `size` leaves, or null. */
function growing(level: Tile['level'], size: number): Tile | null {
  const held = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return tileAt(level, Math.floor(held / TILE_WIDTH), size);
}
