import { utf8 } from './bytes.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from './leaf-hash.ts';
import type { ReadNodes } from './merkle-tree.ts';

export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
export const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
export const hashesOfHex = (hashes: readonly string[]) => hashes.map(fromHex);

/** `count` hashes of leaves that differ from each other. */
export const leavesOf = (count: number): Hash[] =>
  Array.from({ length: count }, (_, at) => leafHash(utf8(`leaf ${at}`)));

/** Reads the nodes of a tree held in memory. */
export const readFrom =
  (leaves: readonly Hash[]): ReadNodes =>
  async (nodes) =>
    nodes.map(({ level, index }) =>
      rootByDefinition(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    );

/** MTH as RFC 6962, 2.1, defines it: slow and plain, so that the product is measured against the text. */
export function rootByDefinition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0] as Hash;
  const [left, right] = split(leaves);
  return nodeHash(rootByDefinition(left), rootByDefinition(right));
}

/** PATH as RFC 6962, 2.1.1, defines it. */
export function pathByDefinition(index: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length <= 1) return [];
  const [left, right] = split(leaves);
  return index < left.length
    ? [...pathByDefinition(index, left), rootByDefinition(right)]
    : [...pathByDefinition(index - left.length, right), rootByDefinition(left)];
}

/** PROOF as RFC 6962, 2.1.2, defines it. */
export function proofByDefinition(older: number, leaves: readonly Hash[], isWhole = true): Hash[] {
  if (older === leaves.length) return isWhole ? [] : [rootByDefinition(leaves)];
  const [left, right] = split(leaves);
  return older <= left.length
    ? [...proofByDefinition(older, left, isWhole), rootByDefinition(right)]
    : [...proofByDefinition(older - left.length, right, false), rootByDefinition(left)];
}

function split(leaves: readonly Hash[]): [Hash[], Hash[]] {
  let middle = 1;
  while (middle * 2 < leaves.length) middle *= 2;
  return [leaves.slice(0, middle), leaves.slice(middle)];
}
