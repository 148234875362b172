import { fromBase64, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { type Hash, leafHash } from './leaf-hash.ts';
import type { EventProof } from './prove.ts';
import { type OpenedLeaf, openLeaf } from './salted-leaf.ts';
import type { TreeHead } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

/** An event as a page shows it: its place in the log, itself as its leaf has it, and what is disclosed of it. */
export interface ShownEvent {
  index: number;
  event: unknown;
  disclosures?: readonly string[];
}

/** What is wrong with one event of a page. `index` is its place in the log. */
export type EventFault =
  /** The log has another event there: this one was changed. */
  | { code: 'event_changed'; index: number }
  /** It is in the log, but at another place: events were swapped. */
  | { code: 'event_moved'; index: number; belongsAt: number }
  /** What is shown as its personal part is not what the log has the hash of. */
  | { code: 'wrong_disclosure'; index: number }
  | { code: 'no_proof'; index: number }
  /** The proof leads to another root. */
  | { code: 'wrong_proof'; index: number }
  /** The checkpoint is of a log that does not reach so far. */
  | { code: 'beyond_checkpoint'; index: number; size: number };

/** A proof whose base64 has been read. */
interface ReadProof {
  index: number;
  leaf: Hash;
  path: Hash[];
}

/** What is wrong with an event, or null when it is the one that the log of this head has there. */
export function eventFault(
  shown: ShownEvent,
  proofs: readonly EventProof[],
  head: TreeHead,
): EventFault | null {
  const { index } = shown;
  if (index >= head.size) return { code: 'beyond_checkpoint', index, size: head.size };
  const given = proofs.find((proof) => proof.index === index);
  if (!given) return { code: 'no_proof', index };
  const text = canonical(shown.event);
  const leaf = text.ok ? leafHash(utf8(text.value)) : null;
  const proof = readProof(given);
  if (!leaf || !proof || !leadsToRoot(leaf, proof, head)) return whatIsWrong(index, leaf, proofs, head);
  return openedEvent(shown) ? null : { code: 'wrong_disclosure', index };
}

/** What a shown event tells with its disclosures put back; null when they do not belong to it. */
export function openedEvent({ event, disclosures = [] }: ShownEvent): OpenedLeaf | null {
  const text = canonical(event);
  const opened = text.ok ? openLeaf(text.value, disclosures) : null;
  return opened?.ok ? opened.value : null;
}

function whatIsWrong(
  index: number,
  leaf: Hash | null,
  given: readonly EventProof[],
  head: TreeHead,
): EventFault {
  const proofs = given.map(readProof).filter((proof) => proof !== null);
  const moved = proofs.find((proof) => proof.index !== index && leaf && leadsToRoot(leaf, proof, head));
  if (moved) return { code: 'event_moved', index, belongsAt: moved.index };
  const holds = proofs.some((proof) => proof.index === index && leadsToRoot(proof.leaf, proof, head));
  return { code: holds ? 'event_changed' : 'wrong_proof', index };
}

function leadsToRoot(leaf: Hash, { index, path }: ReadProof, { size, root }: TreeHead): boolean {
  return verifyInclusion({ leaf, index, size, root, path });
}

function readProof({ index, leafHash: leaf, path }: EventProof): ReadProof | null {
  const hashes = readHashes([leaf, ...path]);
  return hashes && { index, leaf: hashes[0] as Hash, path: hashes.slice(1) };
}

/** Base64 hashes, or null when one of them is no base64. */
export function readHashes(hashes: readonly string[]): Hash[] | null {
  const read = hashes.map(fromBase64).filter((hash) => hash !== null);
  return read.length === hashes.length ? read : null;
}
