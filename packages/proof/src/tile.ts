import { HASH_BYTES } from './leaf-hash.ts';

/** How many hashes, or entries, a full tile holds: c2sp.org/tlog-tiles, tile height 8. */
export const TILE_WIDTH = 256;

/** A tile of hashes at a level, or a bundle of entries; `width` says how many it holds, 1 to 256. */
export interface Tile {
  level: number | 'entries';
  index: number;
  width: number;
}

/** Gives the bytes of a tile at just the width asked for. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>;

/** The tile's address below the log's: `tile/<level>/<index>`, with `.p/<width>` while it is not full. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g) ?? [];
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${place}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile that has this address, or null for every address that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | null {
  const parts = /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!parts) return null;
  const level = parts[1] === 'entries' ? 'entries' : Number(parts[1]);
  const index = Number(parts[2]?.replace(/\D/g, ''));
  const tile: Tile = { level, index, width: parts[3] ? Number(parts[3]) : TILE_WIDTH };
  const fits = level === 'entries' || level < 64;
  return fits && tile.width > 0 && Number.isSafeInteger(index) && tilePath(tile) === path ? tile : null;
}

/** The tile as a tree of `size` leaves has it, or null when that tree has nothing there. */
export function tileAt(level: Tile['level'], index: number, size: number): Tile | null {
  const width = Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH);
  return width > 0 ? { level, index, width } : null;
}

/** All tiles of one level in a tree of `size` leaves, from the left. */
export function* tilesAt(level: Tile['level'], size: number): Generator<Tile> {
  for (let index = 0; ; index += 1) {
    const tile = tileAt(level, index, size);
    if (!tile) return;
    yield tile;
  }
}

/** How many levels of tiles a tree of `size` leaves has. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (hashesAt(levels, size) > 0) levels += 1;
  return levels;
}

/** The hashes that a tile's bytes hold, or null when they are not `width` hashes. */
export function hashesOfTile(bytes: Uint8Array, width: number): Uint8Array[] | null {
  if (bytes.length !== width * HASH_BYTES) return null;
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

function hashesAt(level: Tile['level'], size: number): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}
