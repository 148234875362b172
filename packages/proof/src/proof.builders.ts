import { appendEntries, type WrittenTile } from './append.ts';
import { utf8 } from './bytes.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from './leaf-hash.ts';
import type { ReadNodes } from './merkle-tree.ts';
import { narrowTile } from './narrow-tile.ts';
import { formatNote, parseNote, signNote } from './note.ts';
import { type KeyUse, newSignerKey, type SignerKey } from './note-key.ts';
import { type Tile, tileLevels, tilePath, tilesAt } from './tile.ts';
import { type TreeHead, verifyConsistency } from './verify-consistency.ts';

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

/** `count` entries that differ from each other, from the `from`-th on. */
export const entriesFrom = (from: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => utf8(`{"event":${from + at}}`));

/** A store of tiles as the server's table is one: a row a tile, kept at its widest, served at any width. */
export function tileStore() {
  const rows = new Map<string, Uint8Array>();
  const key = ({ level, index }: Tile) => `${level}/${index}`;
  const asked: Tile[] = [];
  return {
    rows,
    asked,
    /** What is written, in a form that is quick to compare. */
    written: () => Object.fromEntries([...rows].map(([at, bytes]) => [at, toHex(bytes)])),
    write: (tiles: readonly WrittenTile[]) => {
      for (const { tile, bytes } of tiles) rows.set(key(tile), bytes);
    },
    read: async (tile: Tile): Promise<Uint8Array> => {
      asked.push(tile);
      const bytes = narrowTile(tile, rows.get(key(tile)) ?? new Uint8Array());
      if (!bytes) throw new Error(`no ${tilePath(tile)}`);
      return bytes;
    },
  };
}

/** A log of `count` entries, added at once. */
export async function logOf(entries: readonly Uint8Array[]) {
  const store = tileStore();
  const growth = await appendEntries(0, entries, store.read);
  store.write(growth.tiles);
  return { ...growth, store };
}

/** A key that is always the same for a name and use. */
export const signerOf = (name: string, use: KeyUse = 'note', seed = name): Promise<SignerKey> =>
  newSignerKey(name, use, () => leafHash(utf8(`${seed} ${use}`)));

export const ORIGIN = 'log.example.org/fruit';

/** The signed checkpoint of a tree, by the log of `ORIGIN` or another. */
export async function checkpointOf(
  head: TreeHead,
  origin: string = ORIGIN,
  signer: string = origin,
): Promise<string> {
  const text = formatCheckpoint({ ...head, origin, extensions: [] });
  return formatNote({ text, signatures: [await signNote(text, await signerOf(signer))] });
}

/** A witness as c2sp.org/tlog-witness has it, knowing the log of `ORIGIN` alone. */
export async function witnessOf(name: string) {
  const [key, log] = [await signerOf(name, 'cosignature'), await signerOf(ORIGIN)];
  let seen: TreeHead = { size: 0, root: emptyRoot() };
  const judge = async (body: string): Promise<{ status: number; body: string }> => {
    const [asked = '', ...rest] = body.split('\n\n');
    const note = rest.join('\n\n');
    const [old = '', ...proof] = asked.split('\n');
    const opened = await openCheckpoint(note, [log]);
    const text = parseNote(note)?.text ?? '';
    if (parseCheckpoint(text)?.origin !== ORIGIN) return { status: 404, body: '' };
    if (!opened.ok) return { status: 403, body: '' };
    if (old !== `old ${seen.size}`) return { status: 409, body: `${seen.size}\n` };
    const path = proof.map((line) => new Uint8Array(Buffer.from(line, 'base64')));
    if (verifyConsistency(seen, opened.value, path) !== 'grown') return { status: 422, body: '' };
    seen = opened.value;
    return {
      status: 200,
      body: formatNote({ text: '', signatures: [await signNote(text, key, 1_760_000_000)] }).slice(1),
    };
  };
  const witness = {
    time: 1_760_000_000,
    asked: 0,
    post: async (_url: string, request: { body: string }) => {
      witness.asked += 1;
      const { status, body } = await judge(request.body);
      return { status, headers: { get: () => 'text/x.tlog.size' }, text: async () => body };
    },
  };
  return witness;
}

/** What a log serves, by path, for its size: what a web server would answer, to be tampered with. */
export async function publishedLog(entries: readonly Uint8Array[]) {
  const { store, size, root } = await logOf(entries);
  const files = new Map<string, Uint8Array>();
  const kinds = ['entries' as const, ...Array.from({ length: tileLevels(size) }, (_, level) => level)];
  for (const kind of kinds) {
    for (const tile of tilesAt(kind, size)) files.set(tilePath(tile), await store.read(tile));
  }
  const checkpoint = await checkpointOf({ size, root });
  files.set('checkpoint', utf8(checkpoint));
  const fetchBytes = async (path: string) => files.get(path) ?? null;
  return { files, checkpoint, size, root, fetchBytes };
}
