import type { Tx } from '@baunghe/db';
import { formatVerifierKey, openCheckpoint, type VerifierKey } from '@baunghe/proof';

/** The newest signed head of the log. */
export interface LogHead {
  size: number;
  /** The signed note with the cosignatures of witnesses. */
  note: string;
  /** When it was signed. */
  at: Date;
}

/** The newest checkpoint, or null before anything was sealed. */
export async function logHead(tx: Tx): Promise<LogHead | null> {
  const head = await tx.logCheckpoint.findFirst({
    orderBy: { size: 'desc' },
    include: { cosignatures: { orderBy: { witness: 'asc' } } },
  });
  if (!head) return null;
  const note = head.note + head.cosignatures.map(({ line }) => line).join('');
  return { size: Number(head.size), note, at: head.at };
}

/** Why the log in a database is not these keys' to go on with. */
export type LogKeyProblem = { code: 'signed_by_another_key'; size: number };

/** Looks whether the newest head was signed by one of the keys. */
export async function foreignHead(tx: Tx, keys: readonly VerifierKey[]): Promise<LogKeyProblem | null> {
  const head = await logHead(tx);
  if (!head) return null;
  const opened = await openCheckpoint(head.note, keys);
  return opened.ok ? null : { code: 'signed_by_another_key', size: head.size };
}

/** The keys as readers of the log take them: `name+id+key`, the newest first. */
export function verifierKeys(keys: readonly VerifierKey[]): string[] {
  return keys.map(formatVerifierKey);
}
