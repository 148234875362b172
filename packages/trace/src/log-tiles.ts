import type { Tx } from '@baunghe/db';
import { entryBundle, narrowTile, type ReadTile, TILE_WIDTH, type Tile } from '@baunghe/proof';

/** Reads tiles of the log (C2SP tlog-tiles) from the database. @throws RangeError for one that is not there yet. */
export function tilesIn(tx: Tx): ReadTile {
  return async (tile) => {
    const bytes = await logTile(tx, tile);
    if (!bytes) throw new RangeError(`no tile ${tile.level}/${tile.index} of ${tile.width}`);
    return bytes;
  };
}

/** The bytes of a tile of hashes or a bundle of entries, or null when the log does not reach so far. */
export async function logTile(tx: Tx, tile: Tile): Promise<Uint8Array | null> {
  if (!Number.isSafeInteger(tile.index * TILE_WIDTH)) return null;
  if (tile.level === 'entries') return bundle(tx, tile.index * TILE_WIDTH, tile.width);
  const row = await tx.logTile.findUnique({
    where: { level_index: { level: tile.level, index: BigInt(tile.index) } },
  });
  return row && narrowTile(tile, row.bytes);
}

async function bundle(tx: Tx, first: number, width: number): Promise<Uint8Array | null> {
  const leaves = await tx.logLeaf.findMany({
    where: { index: { gte: BigInt(first), lt: BigInt(first + width) } },
    orderBy: { index: 'asc' },
    select: { entry: true },
  });
  return leaves.length === width ? entryBundle(leaves.map((leaf) => leaf.entry)) : null;
}
