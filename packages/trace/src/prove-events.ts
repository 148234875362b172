import type { Tx } from '@baunghe/db';
import { classOfBoxEpc } from '@baunghe/gs1';
import { type KnownNodes, type Proofs, prove, readDisclosure } from '@baunghe/proof';
import { logHead } from './log-head.ts';
import { tilesIn } from './log-tiles.ts';

/** An event as the log has it. */
export interface LoggedEvent {
  eventId: string;
  index: number;
  /** Canonical JSON (RFC 8785): the text that was hashed. */
  entry: string;
  /** What may be told of what it holds only hashes of. */
  disclosures: string[];
}

/** What lets a visitor check events by themselves. */
export interface EventsProof {
  events: LoggedEvent[];
  /** Events that were recorded and wait for their place in the log. */
  waiting: number;
  proofs: Proofs;
  /** When a head that covers all of the events was first signed. */
  sealedAt: Date;
}

/**
 * The places of events in the log and their way to its newest signed head; null before anything was sealed. For who
 * holds the box `epc`, with what its events tell of this box and of no other.
 */
export async function proveEvents(
  tx: Tx,
  eventIds: readonly string[],
  epc: string | null = null,
  known?: KnownNodes,
): Promise<EventsProof | null> {
  const [head, leaves] = await Promise.all([
    logHead(tx),
    tx.logLeaf.findMany({
      where: { eventId: { in: [...eventIds] } },
      orderBy: { index: 'asc' },
      include: { disclosures: true },
    }),
  ]);
  if (!head) return null;
  const events = leaves
    .map(({ eventId, index, entry, disclosures = [] }) => ({
      eventId,
      index: Number(index),
      entry: Buffer.from(entry).toString('utf8'),
      disclosures: ofBox(
        disclosures.map(({ disclosure }) => disclosure),
        epc,
      ),
    }))
    .filter(({ index }) => index < head.size);
  const indexes = events.map(({ index }) => index);
  const proofs = await prove({
    checkpoint: head.note,
    size: head.size,
    indexes,
    readTile: tilesIn(tx),
    ...(known ? { known } : {}),
  });
  const last = Math.max(0, ...indexes);
  const first = await tx.logCheckpoint.findFirst({
    where: { size: { gt: BigInt(last) } },
    orderBy: { size: 'asc' },
    select: { at: true },
  });
  const sealedAt = first?.at ?? head.at;
  return { events, waiting: eventIds.length - events.length, proofs, sealedAt };
}

/**
 * Of an event's disclosures those for who holds the box: its EPC, and what names no box. Nothing of an event that names
 * boxes and not this one.
 */
function ofBox(disclosures: readonly string[], epc: string | null): string[] {
  const told = disclosures.map((disclosure) => ({ disclosure, ...readDisclosure(disclosure) }));
  const boxes = told.filter(({ value }) => classOfBoxEpc(String(value)) !== null);
  if (boxes.length > 0 && !boxes.some(({ value }) => value === epc)) return [];
  return told.filter((one) => one.value === epc || !boxes.includes(one)).map(({ disclosure }) => disclosure);
}
