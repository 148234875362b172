import type { Database } from '@baunghe/db';
import {
  askWitness,
  consistencyProof,
  formatNote,
  nodesFromTiles,
  type Post,
  parseNote,
  type VerifierKey,
  type WitnessAnswer,
} from '@baunghe/proof';
import { tilesIn } from './log-tiles.ts';

/** Another party that looks at every head of the log and signs those that follow from the last (C2SP tlog-witness). */
export interface Witness {
  key: VerifierKey;
  /** Its submission prefix, no slash at the end. */
  prefix: string;
}

/**
 * Shows the newest head to each witness that has not cosigned it, and keeps what they sign. Returns each one's answer;
 * anything but `cosigned` is for the operator to look at, and is asked again at the next head.
 */
export async function askWitnesses(
  database: Database,
  witnesses: readonly Witness[],
  post: Post,
): Promise<{ witness: string; answer: WitnessAnswer }[]> {
  const head = await database.logCheckpoint.findFirst({
    orderBy: { size: 'desc' },
    include: { cosignatures: true },
  });
  if (!head) return [];
  const missing = witnesses.filter(({ key }) =>
    head.cosignatures.every(({ witness }) => witness !== key.name),
  );
  const size = Number(head.size);
  const read = nodesFromTiles(size, tilesIn(database));
  return Promise.all(
    missing.map(async ({ key, prefix }) => {
      const seen = await database.logCosignature.aggregate({
        where: { witness: key.name },
        _max: { size: true },
      });
      const answer = await askWitness({
        post,
        prefix,
        keys: [key],
        checkpoint: head.note,
        size,
        seenSize: Number(seen._max.size ?? 0n),
        proofFrom: (from) => consistencyProof(from, size, read),
      });
      if (answer.kind === 'cosigned') await keep(database, head.size, key, answer.checkpoint);
      return { witness: key.name, answer };
    }),
  );
}

async function keep(database: Database, size: bigint, key: VerifierKey, checkpoint: string): Promise<void> {
  const theirs = parseNote(checkpoint)?.signatures.find(({ name, id }) => name === key.name && id === key.id);
  if (!theirs) return;
  // A note of this signature alone, less the empty line that comes before signatures.
  const line = formatNote({ text: '', signatures: [theirs] }).slice(1);
  await database.logCosignature.createMany({
    data: [{ size, witness: key.name, line }],
    skipDuplicates: true,
  });
}
