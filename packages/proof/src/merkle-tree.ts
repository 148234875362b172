import { emptyRoot, type Hash, nodeHash } from './leaf-hash.ts';

/** The root of a complete subtree: 2^`level` leaves, the `index`-th such subtree from the left. */
export interface Node {
  level: number;
  index: number;
}

/** Gives the hash of each of the nodes, in their order. They are asked for all at once, so that a reader may fetch them together. */
export type ReadNodes = (nodes: readonly Node[]) => Promise<Hash[]>;

/** Leaves `from` up to, not including, `to`. */
interface Range {
  from: number;
  to: number;
}

/** The root of the tree of the first `size` leaves: MTH of RFC 6962, 2.1. */
export async function treeRoot(size: number, read: ReadNodes): Promise<Hash> {
  if (size === 0) return emptyRoot();
  const [root] = await hashesOf([{ from: 0, to: size }], read);
  return root as Hash;
}

/**
 * What leads from leaf `index` to the root of the tree of `size` leaves, the leaf's neighbour first: PATH of
 * RFC 6962, 2.1.1. @throws RangeError when the tree has no such leaf.
 */
export async function inclusionProof(index: number, size: number, read: ReadNodes): Promise<Hash[]> {
  if (!isLeafOf(index, size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const siblings: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + leftOf(to - from);
    if (index < middle) {
      siblings.push({ from: middle, to });
      to = middle;
    } else {
      siblings.push({ from, to: middle });
      from = middle;
    }
  }
  return hashesOf(siblings.reverse(), read);
}

/**
 * What shows that the tree of `newer` leaves begins with the tree of `older`: PROOF of RFC 6962, 2.1.2; empty
 * when either is nothing or both are one. @throws RangeError when `older` is the larger.
 */
export async function consistencyProof(older: number, newer: number, read: ReadNodes): Promise<Hash[]> {
  if (!isSize(older) || !isSize(newer) || older > newer)
    throw new RangeError(`no way from ${older} to ${newer}`);
  if (older === 0) return [];
  const parts: Range[] = [];
  let [from, to] = [0, newer];
  while (older !== to) {
    const middle = from + leftOf(to - from);
    if (older <= middle) {
      parts.push({ from: middle, to });
      to = middle;
    } else {
      parts.push({ from, to: middle });
      from = middle;
    }
  }
  // A subtree that is the whole older tree is known to whoever asks.
  if (from > 0) parts.push({ from, to });
  return hashesOf(parts.reverse(), read);
}

/** Whether `size` can be a number of leaves here: a whole number that JavaScript holds exactly. */
export function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/** Whether a tree of `size` leaves has a leaf `index`, counted from zero. */
export function isLeafOf(index: number, size: number): boolean {
  return isSize(index) && isSize(size) && index < size;
}

/** The root over leaves held in memory, or over roots of subtrees of one height, of which the last may be incomplete. */
export function rootOver(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at] as Hash, row[at + 1]];
      above.push(right ? nodeHash(left, right) : left);
    }
    row = above;
  }
  return row[0] ?? emptyRoot();
}

/** How `count` leaves fall into complete subtrees: their levels, the highest first; the bits set in `count`. */
export function peakLevels(count: number): number[] {
  const levels: number[] = [];
  let rest = count;
  for (let level = 0; rest > 0; level += 1) {
    if (rest % 2 === 1) levels.unshift(level);
    rest = Math.floor(rest / 2);
  }
  return levels;
}

async function hashesOf(ranges: readonly Range[], read: ReadNodes): Promise<Hash[]> {
  const peaks = ranges.map(peaksOf);
  const hashes = await read(peaks.flat());
  let at = 0;
  return peaks.map((nodes) => {
    at += nodes.length;
    return hashes.slice(at - nodes.length, at).reduceRight((right, left) => nodeHash(left, right));
  });
}

function peaksOf({ from, to }: Range): Node[] {
  let start = from;
  return peakLevels(to - from).map((level) => {
    const node = { level, index: start / 2 ** level };
    start += 2 ** level;
    return node;
  });
}

/** How many of `count` leaves (two or more) go to the left: the largest power of two below `count`. */
function leftOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
