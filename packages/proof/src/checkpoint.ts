import { fromBase64, toBase64 } from './bytes.ts';
import { HASH_BYTES } from './leaf-hash.ts';
import { isSize } from './merkle-tree.ts';
import { type NoteError, type OpenedNote, openNote, type Signed } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { fail, ok, type Result } from './result.ts';
import type { TreeHead } from './verify-consistency.ts';

/** The head of a log: which log, how many leaves, their root, and lines that mean nothing here. */
export interface Checkpoint extends TreeHead {
  origin: string;
  extensions: string[];
}

/** A checkpoint of which a log's own key vouches. */
export interface OpenedCheckpoint extends Checkpoint {
  note: OpenedNote;
  /** The witnesses, of those asked for, that saw it. */
  witnesses: Signed[];
}

/** Why a note is no checkpoint of a known log. */
export type CheckpointError =
  | NoteError
  | { code: 'malformed_checkpoint' }
  /** Signed by a known log's key, which is not the key of the log that it names. */
  | { code: 'foreign_origin'; origin: string };

/** The text of a checkpoint's note: c2sp.org/tlog-checkpoint. @throws RangeError for what no checkpoint can say. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`;
  const read = parseCheckpoint(text);
  if (!read || read.extensions.length !== extensions.length) throw new RangeError('not a checkpoint');
  return text;
}

/** Reads the text of a checkpoint's note, null when it is none. Sizes above 2^53 - 1 are refused. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', size = '', root = '', ...extensions] = lines;
  const hash = fromBase64(root);
  if (lines.includes('') || !/^(0|[1-9]\d*)$/.test(size) || !isSize(Number(size))) return null;
  if (hash?.length !== HASH_BYTES) return null;
  return { origin, size: Number(size), root: hash, extensions };
}

/**
 * Reads a checkpoint that one of the logs' keys has signed, the key having the name of the log, and sees which
 * witnesses cosigned it. A known key's signature that is off condemns it, a witness's too.
 */
export async function openCheckpoint(
  note: string,
  logKeys: readonly VerifierKey[],
  witnessKeys: readonly VerifierKey[] = [],
): Promise<Result<OpenedCheckpoint, CheckpointError>> {
  const opened = await openNote(note, [...logKeys, ...witnessKeys]);
  if (!opened.ok) return opened;
  const logs = opened.value.signedBy.filter(({ key }) => logKeys.includes(key));
  if (logs.length === 0) return fail({ code: 'no_known_signature' });
  const checkpoint = parseCheckpoint(opened.value.text);
  if (!checkpoint) return fail({ code: 'malformed_checkpoint' });
  const { origin } = checkpoint;
  if (!logs.some(({ key }) => key.name === origin)) return fail({ code: 'foreign_origin', origin });
  const witnesses = opened.value.signedBy.filter(({ key }) => witnessKeys.includes(key));
  return ok({ ...checkpoint, note: opened.value, witnesses });
}
