/**
 * The append-only log of what happened to the fruit: a Merkle tree of RFC 6962, published as tiles, its head signed and
 * witnessed. Whoever holds a box checks with it that no event was changed since.
 */
export { emptyRoot, HASH_BYTES, type Hash, leafHash, nodeHash } from './leaf-hash.ts';
export { consistencyProof, inclusionProof, type Node, type ReadNodes, treeRoot } from './merkle-tree.ts';
export { type Consistency, type TreeHead, verifyConsistency } from './verify-consistency.ts';
export { type Inclusion, verifyInclusion } from './verify-inclusion.ts';
