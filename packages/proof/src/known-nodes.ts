import type { Hash } from './leaf-hash.ts';
import type { Node, ReadNodes } from './merkle-tree.ts';

/** Where nodes that were read once are kept, each under its own name; it may forget any of them. */
export interface KnownNodes {
  get(name: string): Hash | undefined;
  set(name: string, hash: Hash): unknown;
}

/**
 * Reads nodes through what is known of them. A node is the root of a complete subtree, which nothing that is appended
 * changes, so one that was read holds for every later size of the same log.
 */
export function throughKnown(read: ReadNodes, known: KnownNodes): ReadNodes {
  return async (nodes) => {
    const hashes = nodes.map((node) => known.get(nameOf(node)));
    const unknown = nodes.filter((_node, at) => hashes[at] === undefined);
    const found = unknown.length > 0 ? await read(unknown) : [];
    for (const [at, node] of unknown.entries()) known.set(nameOf(node), found[at] as Hash);
    const rest = found.values();
    return hashes.map((hash) => hash ?? (rest.next().value as Hash));
  };
}

function nameOf({ level, index }: Node): string {
  return `${level}/${index}`;
}
