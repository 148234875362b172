import { toBase64 } from './bytes.ts';
import { type KnownNodes, throughKnown } from './known-nodes.ts';
import { consistencyProof, inclusionProof } from './merkle-tree.ts';
import { type ReadTile, tilePath } from './tile.ts';
import { nodesFromTiles } from './tile-nodes.ts';

/** That an event stands in the log: its leaf's hash and the path from there to the root, all in base64. */
export interface EventProof {
  index: number;
  leafHash: string;
  path: string[];
}

/** All that a page carries so that `check` can tell whether its events are those of the log. */
export interface Proofs {
  /** The signed note. */
  checkpoint: string;
  events: EventProof[];
  /** How the log grew from an older size that the reader has seen, base64. */
  since?: { size: number; path: string[] };
}

/** What to prove: the events at `indexes`, and growth from `since`, in the tree of a signed checkpoint of `size`. */
export interface ProofRequest {
  checkpoint: string;
  size: number;
  indexes: readonly number[];
  since?: number;
  readTile: ReadTile;
  /** Nodes of the same log that were read before. */
  known?: KnownNodes;
}

/** Puts together what a page needs, each tile read once. @throws RangeError for what is not in a tree of that size. */
export async function prove(request: ProofRequest): Promise<Proofs> {
  const { checkpoint, size, indexes, since, readTile, known = new Map() } = request;
  const read = throughKnown(nodesFromTiles(size, readOnce(readTile)), known);
  const events = await Promise.all(
    indexes.map(async (index) => {
      const path = await inclusionProof(index, size, read);
      const [leaf] = await read([{ level: 0, index }]);
      return { index, leafHash: toBase64(leaf as Uint8Array), path: path.map(toBase64) };
    }),
  );
  if (since === undefined) return { checkpoint, events };
  const path = await consistencyProof(since, size, read);
  return { checkpoint, events, since: { size: since, path: path.map(toBase64) } };
}

function readOnce(readTile: ReadTile): ReadTile {
  const read = new Map<string, Promise<Uint8Array>>();
  return (tile) => {
    const path = tilePath(tile);
    const bytes = read.get(path) ?? readTile(tile);
    read.set(path, bytes);
    return bytes;
  };
}
