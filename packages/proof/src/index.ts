/**
 * The append-only log of what happened to the fruit: a Merkle tree of RFC 6962, published as C2SP tiles, its head signed
 * and witnessed. `appendEntries` and `signNote` keep it, `prove` and `check` show a box's events in it, `replayLog`
 * reads it all over again.
 */
export { appendEntries, type Growth, type WrittenTile } from './append.ts';
export { fromBase64, joined, toBase64 } from './bytes.ts';
export { type CanonicalError, canonical, type Json, type JsonObject } from './canonical.ts';
export { type Check, type Checked, type CheckInput, check, type Fault } from './check.ts';
export { type EventFault, openedEvent, type ShownEvent } from './check-events.ts';
export {
  type Checkpoint,
  type CheckpointError,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from './checkpoint.ts';
export { diaryDigest, type SealedDiaryEntry, sealedDiary } from './diary-digest.ts';
export { signEd25519 } from './ed25519.ts';
export { entriesOf, entryBundle, LONGEST_ENTRY } from './entry-bundle.ts';
export type { KnownNodes } from './known-nodes.ts';
export { emptyRoot, HASH_BYTES, type Hash, leafHash, nodeHash } from './leaf-hash.ts';
export { consistencyProof, inclusionProof, type Node, type ReadNodes, treeRoot } from './merkle-tree.ts';
export { narrowTile } from './narrow-tile.ts';
export {
  formatNote,
  type Note,
  type NoteError,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  type Signed,
  signNote,
} from './note.ts';
export {
  formatSignerKey,
  formatVerifierKey,
  type KeyError,
  type KeyUse,
  newSignerKey,
  parseSignerKey,
  parseVerifierKey,
  type RandomBytes,
  type SignerKey,
  type VerifierKey,
} from './note-key.ts';
export { type EventProof, type ProofRequest, type Proofs, prove } from './prove.ts';
export { type FetchBytes, fetchTile, type Served } from './published-log.ts';
export { type Replay, type ReplayFault, type ReplayInput, replayLog } from './replay-log.ts';
export type { Result } from './result.ts';
export {
  disclosureHash,
  type OpenedLeaf,
  type OpenLeafError,
  openLeaf,
  type RandomSalt,
  readDisclosure,
  type SaltError,
  type SaltedLeaf,
  saltLeaf,
} from './salted-leaf.ts';
export { parseTilePath, type ReadTile, TILE_WIDTH, type Tile, tileAt, tilePath } from './tile.ts';
export { nodesFromTiles } from './tile-nodes.ts';
export { type Consistency, type TreeHead, verifyConsistency } from './verify-consistency.ts';
export { type Inclusion, verifyInclusion } from './verify-inclusion.ts';
export {
  addCheckpointBody,
  askWitness,
  type Post,
  readWitnessAnswer,
  type WitnessAnswer,
  type WitnessRequest,
} from './witness.ts';
