import { sameBytes } from './bytes.ts';
import { HASH_BYTES, type Hash, nodeHash } from './leaf-hash.ts';
import { isLeafOf } from './merkle-tree.ts';

/** That a leaf stands in a log: which, in a tree of what size and root, and the path from it to the root. */
export interface Inclusion {
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  path: readonly Hash[];
}

/**
 * Whether the path leads from the leaf to the root, no hash more, no hash less: RFC 9162, 2.1.3.2. Some paths fit more
 * than one size, so size and root must come together from one signed checkpoint.
 */
export function verifyInclusion({ leaf, index, size, root, path }: Inclusion): boolean {
  const reached = isLeafOf(index, size) ? rootFrom(leaf, index, size, path) : null;
  return reached !== null && sameBytes(reached, root);
}

function rootFrom(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0 || sibling.length !== HASH_BYTES) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      // The last of a level without a neighbour rises until it has one on its left.
      while (place % 2 === 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}
