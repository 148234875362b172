import { sha256 } from '@noble/hashes/sha2.js';
import { joined } from './bytes.ts';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** The hash of one log entry. The leading zero keeps a leaf from passing for a node: RFC 6962, 2.1. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(joined(Uint8Array.of(0), entry));
}

/** The hash of a node over its two children: RFC 6962, 2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(joined(Uint8Array.of(1), left, right));
}

/** The root of a tree with no leaves, the hash of nothing: RFC 6962, 2.1. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array());
}
