import { emptyRoot, type Hash } from './leaf-hash.ts';
import { rootOver } from './merkle-tree.ts';
import { TILE_WIDTH } from './tile.ts';

/** Told of every tile that became full: its level and index, and its hashes. */
export type TileFull = (level: number, index: number, hashes: readonly Hash[]) => void;

/** The tiles that still grow, one a level: all that has to be known of a tree to add leaves and to name its root. */
export class RightEdge {
  /** @param levels the hashes of each level's growing tile, from the leaves up, as a tree of `size` leaves has them. */
  constructor(
    public size = 0,
    public readonly levels: Hash[][] = [],
    private readonly onFull: TileFull = () => {},
  ) {}

  push(leaf: Hash): void {
    this.add(0, leaf);
    this.size += 1;
  }

  /** The root of the tree as it is now. */
  root(): Hash {
    let below: Hash | null = null;
    for (const hashes of this.levels) {
      const row: readonly Hash[] = below ? [...hashes, below] : hashes;
      if (row.length > 0) below = rootOver(row);
    }
    return below ?? emptyRoot();
  }

  private add(level: number, hash: Hash): void {
    const hashes = this.levels[level] ?? [];
    this.levels[level] = hashes;
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    this.levels[level] = [];
    this.onFull(level, Math.floor(this.size / TILE_WIDTH ** (level + 1)), hashes);
    this.add(level + 1, rootOver(hashes));
  }
}
