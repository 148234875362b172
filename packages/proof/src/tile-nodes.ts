import type { Hash } from './leaf-hash.ts';
import { type Node, type ReadNodes, rootOver } from './merkle-tree.ts';
import { hashesOfTile, type ReadTile, TILE_WIDTH, type Tile, tileAt, tilePath } from './tile.ts';

const LEVELS_PER_TILE = 8;

/**
 * Reads the nodes of a tree of `size` leaves out of its tiles, each tile once. @throws RangeError for a node that such
 * a tree does not have, or a tile of another length than asked for.
 */
export function nodesFromTiles(size: number, readTile: ReadTile): ReadNodes {
  return async (nodes) => {
    const places = nodes.map((node) => placeOf(node, size));
    const tiles = new Map(places.map(({ tile }) => [tilePath(tile), tile]));
    const read = await Promise.all(
      [...tiles].map(async ([path, tile]) => [path, hashesIn(await readTile(tile), tile)] as const),
    );
    const hashes = new Map(read);
    return places.map(({ tile, from, to }) => rootOver(hashes.get(tilePath(tile))?.slice(from, to) ?? []));
  };
}

/** The lowest hashes of the tile that holds a node, and which of them lie below it. */
function placeOf({ level, index }: Node, size: number): { tile: Tile; from: number; to: number } {
  const tileLevel = Math.floor(level / LEVELS_PER_TILE);
  const span = 2 ** (level % LEVELS_PER_TILE);
  const tileIndex = Math.floor((index * span) / TILE_WIDTH);
  const tile = tileAt(tileLevel, tileIndex, size);
  const from = index * span - tileIndex * TILE_WIDTH;
  if (!tile || from + span > tile.width)
    throw new RangeError(`no node ${level}/${index} in a tree of ${size}`);
  return { tile, from, to: from + span };
}

function hashesIn(bytes: Uint8Array, tile: Tile): Hash[] {
  const hashes = hashesOfTile(bytes, tile.width);
  if (!hashes) throw new RangeError(`${tilePath(tile)} has ${bytes.length} bytes`);
  return hashes;
}
