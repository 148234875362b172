import { sameBytes, textOf, toBase64 } from './bytes.ts';
import { type CheckpointError, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { type Hash, leafHash } from './leaf-hash.ts';
import type { VerifierKey } from './note-key.ts';
import { type FetchBytes, fetchTile } from './published-log.ts';
import { RightEdge } from './right-edge.ts';
import { holdsHashes } from './salted-leaf.ts';
import { TILE_WIDTH, type Tile, tileAt, tileLevels, tilePath, tilesAt } from './tile.ts';

/** The log to read again, and whom to trust. */
export interface ReplayInput {
  fetchBytes: FetchBytes;
  logKeys: readonly VerifierKey[];
  witnessKeys?: readonly VerifierKey[];
  /** A checkpoint of this log that was seen before. */
  kept?: string;
  /** The keys that vouched for `kept` when they are others than today's. */
  keptKeys?: readonly VerifierKey[];
  /** Told after every bundle how many entries were read. */
  onProgress?: (entries: number, size: number) => void;
}

/** One thing that is wrong with a log. `index` counts entries from zero, `path` is below the log's address. */
export type ReplayFault =
  | { code: 'no_checkpoint' }
  | (CheckpointError & { of: 'log' | 'kept' })
  | { code: 'kept_of_another_log'; origin: string }
  /** The log is shorter than it was: an old checkpoint, or leaves taken off. */
  | { code: 'older_than_kept'; size: number; keptSize: number }
  /** The log's first `keptSize` entries are not those of the checkpoint that was kept. */
  | { code: 'fork'; keptSize: number }
  | { code: 'tile_missing' | 'tile_unreadable'; path: string }
  /** A bundle ends before the checkpoint does: entries from `index` on are missing. */
  | { code: 'entries_missing'; index: number }
  | { code: 'entry_changed'; index: number }
  | { code: 'entry_moved'; index: number; belongsAt: number }
  /** A tile has another hash, `at` that place, than the entries or the signed head say. */
  | { code: 'tile_wrong'; path: string; at: number }
  /** Neither the entries nor the tiles give the root that is signed. */
  | { code: 'root_wrong'; size: number };

/**
 * What was read, when all of it holds; the root is base64, `hiding` counts the entries that hold salted hashes of what is
 * not published. Otherwise everything that is wrong.
 */
export type Replay =
  | {
      whole: true;
      origin: string;
      size: number;
      root: string;
      hiding: number;
      witnesses: { name: string; time: number }[];
      kept: boolean;
    }
  | { whole: false; size: number | null; faults: ReplayFault[] };

/** A tree built up from what the log serves. `levels` are the hashes of all tiles above the leaves. */
interface Regrown {
  edge: RightEdge;
  levels: Hash[][];
  keptRoot: Hash | null;
  isWhole: boolean;
}

interface Difference {
  index: number;
  entry: Hash;
  tile: Hash;
}

/** A whole log differs nowhere; of a broken one, no one reads more than these. */
const MOST_DIFFERENCES = 1000;

/**
 * Reads a whole log from outside, every entry and every tile, computes all hashes again, and holds them against the
 * signed head and the one that was kept. Where entries and tiles differ, the one that gives the signed root is right.
 */
export async function replayLog(input: ReplayInput): Promise<Replay> {
  const note = await input.fetchBytes('checkpoint');
  if (!note) return { whole: false, size: null, faults: [{ code: 'no_checkpoint' }] };
  const opened = await openCheckpoint(textOf(note) ?? '', input.logKeys, input.witnessKeys);
  if (!opened.ok) return { whole: false, size: null, faults: [{ ...opened.error, of: 'log' }] };
  const head = opened.value;
  const keptKeys = input.keptKeys ?? input.logKeys;
  const kept = input.kept === undefined ? null : await openCheckpoint(input.kept, keptKeys);
  const keptHead = kept?.ok && kept.value.origin === head.origin ? kept.value : null;
  const faults: ReplayFault[] = [];
  if (kept && !kept.ok) faults.push({ ...kept.error, of: 'kept' });
  if (kept?.ok && !keptHead) faults.push({ code: 'kept_of_another_log', origin: kept.value.origin });
  const content = await readContent(input, head, keptHead);
  faults.push(...content.faults);
  if (faults.length > 0) return { whole: false, size: head.size, faults };
  const witnesses = head.witnesses.map(({ key, time }) => ({ name: key.name, time: time ?? 0 }));
  const { origin, size, root } = head;
  const { hiding } = content;
  return { whole: true, origin, size, root: toBase64(root), hiding, witnesses, kept: keptHead !== null };
}

async function readContent(
  { fetchBytes, onProgress }: ReplayInput,
  head: OpenedCheckpoint,
  kept: OpenedCheckpoint | null,
): Promise<{ faults: ReplayFault[]; hiding: number }> {
  const { size, root } = head;
  const faults: ReplayFault[] = [];
  let hiding = 0;
  const [entries, tiles] = [regrown(), regrown()];
  const differences: Difference[] = [];
  for (const bundle of tilesAt('entries', size)) {
    const read = await readLeaves(bundle, fetchBytes);
    faults.push(...read.faults);
    hiding += read.hiding;
    grow(entries, read.entries, bundle.width, kept?.size);
    grow(tiles, read.tile, bundle.width, kept?.size);
    differences.push(...differencesIn(bundle, read.entries, read.tile));
    differences.length = Math.min(differences.length, MOST_DIFFERENCES);
    onProgress?.(bundle.index * TILE_WIDTH + bundle.width, size);
  }
  const entriesHold = gives(entries, root);
  const tilesHold = gives(tiles, root);
  if (!entriesHold && !tilesHold && (entries.isWhole || tiles.isWhole))
    faults.push({ code: 'root_wrong', size });
  faults.push(...(entriesHold ? wrongTiles(differences, size) : changedEntries(differences)));
  const right = entriesHold || !tilesHold ? entries : tiles;
  if (right.isWhole) faults.push(...(await upperFaults(size, right, fetchBytes)));
  if (kept) faults.push(...keptFaults(kept, size, right));
  return { faults, hiding };
}

/** The leaves' hashes twice: as the entries of a bundle have them, and as the tile over it does. */
async function readLeaves(bundle: Tile, fetchBytes: FetchBytes) {
  const [served, tile] = await Promise.all([
    fetchTile(bundle, fetchBytes),
    fetchTile({ ...bundle, level: 0 }, fetchBytes),
  ]);
  const faults: ReplayFault[] = [];
  const entries = served.held ?? [];
  const end = bundle.index * TILE_WIDTH + entries.length;
  if (!served.held && served.code === 'unreadable')
    faults.push({ code: 'tile_unreadable', path: served.path });
  else if (entries.length < bundle.width) faults.push({ code: 'entries_missing', index: end });
  if (!tile.held) faults.push({ code: `tile_${tile.code}`, path: tile.path });
  const hiding = entries.filter(holdsHashes).length;
  return { entries: entries.map(leafHash), tile: tile.held ?? [], hiding, faults };
}

function regrown(): Regrown {
  const levels: Hash[][] = [];
  const edge = new RightEdge(0, [], (level, _, hashes) => {
    // Leaves are compared as they come and forgotten: they are all but one in 256 of the hashes.
    if (level > 0) levels[level] = [...(levels[level] ?? []), ...hashes];
  });
  return { edge, levels, keptRoot: null, isWhole: true };
}

function grow(tree: Regrown, leaves: readonly Hash[], width: number, keptSize = -1): void {
  if (leaves.length < width) tree.isWhole = false;
  if (!tree.isWhole) return;
  for (const leaf of leaves) {
    if (tree.edge.size === keptSize) tree.keptRoot = tree.edge.root();
    tree.edge.push(leaf);
  }
}

function gives({ edge, isWhole }: Regrown, root: Hash): boolean {
  return isWhole && sameBytes(edge.root(), root);
}

function differencesIn({ index }: Tile, entries: readonly Hash[], tile: readonly Hash[]): Difference[] {
  return entries.flatMap((entry, at) => {
    const hash = tile[at];
    return hash && !sameBytes(entry, hash) ? { index: index * TILE_WIDTH + at, entry, tile: hash } : [];
  });
}

function wrongTiles(differences: readonly Difference[], size: number): ReplayFault[] {
  const first = new Map<string, ReplayFault>();
  for (const { index } of differences) {
    const tile = tileAt(0, Math.floor(index / TILE_WIDTH), size);
    const path = tile ? tilePath(tile) : '';
    if (!first.has(path)) first.set(path, { code: 'tile_wrong', path, at: index % TILE_WIDTH });
  }
  return [...first.values()];
}

function changedEntries(differences: readonly Difference[]): ReplayFault[] {
  const places = new Map(differences.map(({ tile, index }) => [toBase64(tile), index]));
  return differences.map(({ entry, index }) => {
    const belongsAt = places.get(toBase64(entry));
    return belongsAt === undefined
      ? { code: 'entry_changed', index }
      : { code: 'entry_moved', index, belongsAt };
  });
}

async function upperFaults(size: number, right: Regrown, fetchBytes: FetchBytes): Promise<ReplayFault[]> {
  const faults: ReplayFault[] = [];
  for (let level = 1; level < tileLevels(size); level += 1) {
    const hashes = [...(right.levels[level] ?? []), ...(right.edge.levels[level] ?? [])];
    for (const tile of tilesAt(level, size)) {
      const served = await fetchTile(tile, fetchBytes);
      if (!served.held) faults.push({ code: `tile_${served.code}`, path: served.path });
      const at = served.held?.findIndex(
        (hash, place) => !sameBytes(hash, hashes[tile.index * TILE_WIDTH + place] as Hash),
      );
      if (at !== undefined && at >= 0) faults.push({ code: 'tile_wrong', path: tilePath(tile), at });
    }
  }
  return faults;
}

function keptFaults(kept: OpenedCheckpoint, size: number, right: Regrown): ReplayFault[] {
  if (kept.size > size) return [{ code: 'older_than_kept', size, keptSize: kept.size }];
  const root = kept.size === right.edge.size ? right.edge.root() : right.keptRoot;
  // Where reading stopped before that size, what stopped it has been told.
  return root && !sameBytes(root, kept.root) ? [{ code: 'fork', keptSize: kept.size }] : [];
}
