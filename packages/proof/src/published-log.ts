import { entriesOf } from './entry-bundle.ts';
import { narrowTile } from './narrow-tile.ts';
import { hashesOfTile, TILE_WIDTH, type Tile, tilePath } from './tile.ts';

/** Fetches what a log serves at a path below its address; null when there is nothing. Throws when no answer comes. */
export type FetchBytes = (path: string) => Promise<Uint8Array | null>;

/** What a log serves for a tile: what it holds, or that it is missing or cannot be read. */
export type Served = { held: Uint8Array[] } | { held: null; code: 'missing' | 'unreadable'; path: string };

/**
 * Fetches the hashes of a tile, or the entries of a bundle; fewer than the tile is wide when the log serves fewer. A
 * log may drop a narrower tile once it is full, so the full one is tried after it.
 */
export async function fetchTile(tile: Tile, fetchBytes: FetchBytes): Promise<Served> {
  const path = tilePath(tile);
  const exact = await fetchBytes(path);
  if (exact) return read(tile, exact, path);
  const full = tile.width < TILE_WIDTH ? await fetchBytes(tilePath({ ...tile, width: TILE_WIDTH })) : null;
  const narrowed = full && narrowTile(tile, full);
  return narrowed ? read(tile, narrowed, path) : { held: null, code: 'missing', path };
}

function read(tile: Tile, bytes: Uint8Array, path: string): Served {
  const held = tile.level === 'entries' ? entriesOf(bytes) : hashesOfTile(bytes, tile.width);
  return held && held.length <= tile.width ? { held } : { held: null, code: 'unreadable', path };
}
