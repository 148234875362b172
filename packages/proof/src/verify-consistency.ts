import { sameBytes } from './bytes.ts';
import { emptyRoot, HASH_BYTES, type Hash, nodeHash } from './leaf-hash.ts';
import { isSize, peakLevels } from './merkle-tree.ts';

/** A tree as a checkpoint names it. */
export interface TreeHead {
  size: number;
  root: Hash;
}

/**
 * What a proof says of two heads of a log: `grown`, the newer begins with the older; `fork`, it is shown that the
 * newer begins with another tree of the older's size; `unproven`, the proof does not lead to the newer head.
 */
export type Consistency = 'grown' | 'fork' | 'unproven';

/**
 * Whether the log of `newer` is the log of `older` with leaves added after it: RFC 9162, 2.1.4.2. A fork at a size
 * that is a power of two cannot be told from a broken proof, as its proof leaves the older root out.
 */
export function verifyConsistency(older: TreeHead, newer: TreeHead, path: readonly Hash[]): Consistency {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return 'unproven';
  if (older.size === newer.size) {
    if (!sameBytes(older.root, newer.root)) return 'fork';
    return path.length === 0 ? 'grown' : 'unproven';
  }
  if (older.size === 0) {
    if (!sameBytes(older.root, emptyRoot())) return 'fork';
    return path.length === 0 ? 'grown' : 'unproven';
  }
  const roots = rootsFrom(older, newer.size, path);
  if (!roots || !sameBytes(roots.newer, newer.root)) return 'unproven';
  return sameBytes(roots.older, older.root) ? 'grown' : 'fork';
}

function rootsFrom(older: TreeHead, newerSize: number, path: readonly Hash[]) {
  if (path.some((hash) => hash.length !== HASH_BYTES)) return null;
  const isComplete = peakLevels(older.size).length === 1;
  const [first, ...rest] = isComplete ? [older.root, ...path] : path;
  if (!first) return null;
  let [place, last] = [older.size - 1, newerSize - 1];
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  let roots = { older: first, newer: first };
  for (const hash of rest) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      roots = { older: nodeHash(hash, roots.older), newer: nodeHash(hash, roots.newer) };
      while (place % 2 === 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      roots = { older: roots.older, newer: nodeHash(roots.newer, hash) };
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? roots : null;
}
