import type { Database, Moment, Tx } from '@baunghe/db';
import { lockLog } from '@baunghe/db';
import {
  appendEntries,
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  type RandomSalt,
  type SignerKey,
  signNote,
  type WrittenTile,
} from '@baunghe/proof';
import type { TraceEventBody } from './event.ts';
import { logEntry } from './log-entry.ts';
import { tilesIn } from './log-tiles.ts';

/** Who signs the log's heads. `keys` all sign, so that readers of an old key still follow while a new one comes in. */
export interface LogSigner {
  /** The log's name, which is the name of each key. */
  origin: string;
  keys: readonly SignerKey[];
}

/** The most events that one transaction takes in. */
const BATCH = 1000;

/**
 * Gives every waiting event its place in the log and signs the new head; events wait in the order in which they were
 * recorded. One sealing at a time, whatever number of servers there is. Returns how many events were sealed.
 */
export async function sealEvents(
  database: Database,
  signer: LogSigner,
  moment: () => Moment,
): Promise<number> {
  let sealed = 0;
  for (;;) {
    const taken = await database.$transaction((tx) => sealSome(tx, signer, moment()), { timeout: 60_000 });
    sealed += taken;
    if (taken < BATCH) return sealed;
  }
}

async function sealSome(tx: Tx, signer: LogSigner, { now, random }: Moment): Promise<number> {
  await lockLog(tx);
  const waiting = await tx.traceEvent.findMany({
    where: { pending: { isNot: null } },
    orderBy: { position: 'asc' },
    take: BATCH,
    select: { id: true, body: true, recordedAt: true },
  });
  const last = await tx.logLeaf.aggregate({ _max: { index: true } });
  const size = last._max.index === null ? 0 : Number(last._max.index) + 1;
  if (waiting.length === 0) return 0;
  const salts = oneSaltEach(random);
  const leaves = waiting.map(({ id, body, recordedAt }, at) => {
    const { leaf, disclosures } = logEntry({ body: body as unknown as TraceEventBody, recordedAt }, salts);
    return { index: BigInt(size + at), eventId: id, entry: new Uint8Array(Buffer.from(leaf)), disclosures };
  });
  const grown = await appendEntries(
    size,
    leaves.map(({ entry }) => entry),
    tilesIn(tx),
  );
  await tx.logLeaf.createMany({
    data: leaves.map(({ index, eventId, entry }) => ({ index, eventId, entry })),
  });
  await tx.logDisclosure.createMany({
    data: leaves.flatMap(({ index, disclosures }) =>
      disclosures.map((disclosure) => ({ index, disclosure })),
    ),
  });
  await writeTiles(tx, grown.tiles);
  await tx.logPending.deleteMany({ where: { eventId: { in: waiting.map(({ id }) => id) } } });
  const head = { origin: signer.origin, size: grown.size, root: grown.root, extensions: [] };
  await tx.logCheckpoint.create({
    data: { size: BigInt(grown.size), note: await signedNote(head, signer), at: now },
  });
  return waiting.length;
}

/**
 * One salt for a box in all of its events that are sealed together. What leaves as one load stands in two of them, and
 * equal hashes weigh nothing twice on the pages of its boxes.
 */
function oneSaltEach(random: Moment['random']): RandomSalt {
  const salts = new Map<string, Uint8Array>();
  return (count, value) => {
    const salt = salts.get(String(value)) ?? random(count);
    salts.set(String(value), salt);
    return salt;
  };
}

async function writeTiles(tx: Tx, tiles: readonly WrittenTile[]): Promise<void> {
  for (const { tile, bytes } of tiles) {
    if (tile.level === 'entries') continue;
    const place = { level: tile.level, index: BigInt(tile.index) };
    const hashes = new Uint8Array(bytes);
    await tx.logTile.upsert({
      where: { level_index: place },
      create: { ...place, bytes: hashes },
      update: { bytes: hashes },
    });
  }
}

/** A checkpoint as it is published (C2SP tlog-checkpoint). */
async function signedNote(head: Checkpoint, { keys }: LogSigner): Promise<string> {
  const text = formatCheckpoint(head);
  return formatNote({ text, signatures: await Promise.all(keys.map((key) => signNote(text, key))) });
}
