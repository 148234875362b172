import { fromBase64, joined, toBase64, utf8 } from './bytes.ts';
import { readCosignature, signCosignature, verifyCosignature } from './cosignature.ts';
import { signEd25519, verifyEd25519 } from './ed25519.ts';
import { isKeyName, type SignerKey, type VerifierKey } from './note-key.ts';
import { fail, ok, type Result } from './result.ts';

/** One signature line of a note: whose, by the key of which id, and the bytes after it. */
export interface NoteSignature {
  name: string;
  id: number;
  bytes: Uint8Array;
}

/** A text, which ends with a newline, and its signatures, none of them checked. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** A signature that holds; `time`, seconds since 1970, when a witness says that it saw the checkpoint. */
export interface Signed {
  key: VerifierKey;
  time: number | null;
}

/** A note of which at least one signature is by a known key, and every such signature holds. */
export interface OpenedNote extends Note {
  signedBy: Signed[];
}

/** Why a note is refused: not a note, a known key's signature that is off, or no signature by a known key. */
export type NoteError =
  | { code: 'malformed_note' }
  | { code: 'wrong_signature'; name: string }
  | { code: 'no_known_signature' };

const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 1_000_000;

/** Reads a signed note, c2sp.org/signed-note, and checks nothing of who signed it; null when it is none. */
export function parseNote(note: string): Note | null {
  if (note.length > LONGEST_NOTE || !isNoteText(note)) return null;
  const end = note.lastIndexOf('\n\n') + 1;
  if (end === 0) return null;
  const signatures = parseSignatures(note.slice(end + 1));
  return signatures && { text: note.slice(0, end), signatures };
}

/** Reads signature lines, at least one, each with its newline, as they end a note or come from a witness. */
export function parseSignatures(lines: string): NoteSignature[] | null {
  if (!lines.endsWith('\n')) return null;
  const read = lines.slice(0, -1).split('\n').map(parseSignature);
  const signatures = read.filter((each) => each !== null);
  return signatures.length === read.length && read.length <= MOST_SIGNATURES ? signatures : null;
}

/** A note as it is published. */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, id, bytes }) => `— ${name} ${toBase64(joined(uint32(id), bytes))}\n`);
  return `${text}\n${lines.join('')}`;
}

/**
 * Adds a signature to a text. A cosignature says when, in seconds since 1970. @throws RangeError when the text cannot
 * be a note's: no newline at its end, or signs that a note may not hold.
 */
export async function signNote(text: string, key: SignerKey, time = 0): Promise<NoteSignature> {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new RangeError('not the text of a note');
  const bytes =
    key.use === 'note'
      ? await signEd25519(key.seed, utf8(text))
      : await signCosignature(text, key.seed, time);
  return { name: key.name, id: key.id, bytes };
}

/**
 * Reads a note and checks every signature by one of `keys`. Signatures by others are kept and mean nothing; one by a
 * known key that does not hold condemns the note.
 */
export async function openNote(
  note: string,
  keys: readonly VerifierKey[],
): Promise<Result<OpenedNote, NoteError>> {
  const read = parseNote(note);
  if (!read) return fail({ code: 'malformed_note' });
  const signedBy = new Map<VerifierKey, Signed>();
  for (const signature of read.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    if (!key) continue;
    const signed = await verifySignature(read.text, signature, key);
    if (!signed) return fail({ code: 'wrong_signature', name: key.name });
    signedBy.set(key, signed);
  }
  if (signedBy.size === 0) return fail({ code: 'no_known_signature' });
  return ok({ ...read, signedBy: [...signedBy.values()] });
}

async function verifySignature(
  text: string,
  { bytes }: NoteSignature,
  key: VerifierKey,
): Promise<Signed | null> {
  if (key.use === 'note') {
    return (await verifyEd25519(key.publicKey, utf8(text), bytes)) ? { key, time: null } : null;
  }
  const cosignature = readCosignature(bytes);
  const holds = cosignature && (await verifyCosignature(text, cosignature, key.publicKey));
  return holds ? { key, time: cosignature.time } : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, id: new DataView(bytes.buffer).getUint32(0), bytes: bytes.subarray(4) };
}

/** Whether it is Unicode with no control signs but the newline. */
function isNoteText(text: string): boolean {
  return !/\p{Cs}/u.test(text) && [...text].every((sign) => sign >= ' ' || sign === '\n');
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
