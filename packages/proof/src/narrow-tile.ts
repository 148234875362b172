import { entriesOf, entryBundle } from './entry-bundle.ts';
import { HASH_BYTES } from './leaf-hash.ts';
import { TILE_WIDTH, type Tile } from './tile.ts';

/**
 * The bytes of `tile` out of those of the same tile when it was as wide or wider: a tile only ever grows at its end, so
 * that one row of a table serves every width that a checkpoint was signed for. Null when `bytes` hold less.
 */
export function narrowTile(tile: Tile, bytes: Uint8Array): Uint8Array | null {
  if (tile.level !== 'entries') {
    const length = tile.width * HASH_BYTES;
    return bytes.length >= length ? bytes.subarray(0, length) : null;
  }
  const entries = entriesOf(bytes);
  if (!entries || entries.length < tile.width || entries.length > TILE_WIDTH) return null;
  return entries.length === tile.width ? bytes : entryBundle(entries.slice(0, tile.width));
}
