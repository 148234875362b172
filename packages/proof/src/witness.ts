import { toBase64 } from './bytes.ts';
import type { Hash } from './leaf-hash.ts';
import { isSize } from './merkle-tree.ts';
import { formatNote, openNote, parseNote, parseSignatures, type Signed } from './note.ts';
import type { VerifierKey } from './note-key.ts';

/** What a witness says to a checkpoint that it is shown: c2sp.org/tlog-witness, add-checkpoint. */
export type WitnessAnswer =
  /** It saw it: the checkpoint with its cosignatures, those that it had before kept. */
  | { kind: 'cosigned'; checkpoint: string; by: Signed[] }
  /** 409: it last saw the log at another size, from which the proof must lead. */
  | { kind: 'at_other_size'; size: number }
  /** 404: it does not know the log. */
  | { kind: 'unknown_log' }
  /** 403: it does not take the log's signature. */
  | { kind: 'signature_refused' }
  /** 422: the proof does not lead from what it saw to this. If the proof is good, the log was forked. */
  | { kind: 'proof_refused' }
  /** 400: it does not understand the request. */
  | { kind: 'request_refused' }
  /** Anything that the protocol does not know, also a cosignature that does not hold. */
  | { kind: 'unreadable'; status: number }
  /** No answer came. */
  | { kind: 'unreachable' };

/** What this needs of `fetch`. */
export type Post = (
  url: string,
  request: { method: 'POST'; body: string },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/** What a witness is asked: to cosign a checkpoint (a signed note) of `size`, having last seen the log at `seenSize`. */
export interface WitnessRequest {
  post: Post;
  /** The witness's submission prefix, no slash at its end. */
  prefix: string;
  keys: readonly VerifierKey[];
  checkpoint: string;
  size: number;
  seenSize: number;
  /** The consistency proof from a size to the checkpoint's. */
  proofFrom: (size: number) => Promise<readonly Hash[]>;
}

/** Shows a checkpoint to a witness; once more from the size that it names when it last saw the log at another. */
export async function askWitness(request: WitnessRequest): Promise<WitnessAnswer> {
  const answer = await askOnce(request);
  const mayTryAgain = answer.kind === 'at_other_size' && answer.size <= request.size;
  return mayTryAgain ? askOnce({ ...request, seenSize: answer.size }) : answer;
}

/** The body of an add-checkpoint request. */
export function addCheckpointBody(seenSize: number, proof: readonly Hash[], checkpoint: string): string {
  return `old ${seenSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

/** Reads a witness's answer. Cosignatures by others than `keys` are left out. @throws RangeError when `checkpoint` is no note. */
export async function readWitnessAnswer(
  answer: { status: number; contentType: string | null; body: string },
  checkpoint: string,
  keys: readonly VerifierKey[],
): Promise<WitnessAnswer> {
  switch (answer.status) {
    case 200:
      return readCosigned(answer.body, checkpoint, keys);
    case 400:
      return { kind: 'request_refused' };
    case 403:
      return { kind: 'signature_refused' };
    case 404:
      return { kind: 'unknown_log' };
    case 409: {
      const size = /^(0|[1-9]\d*)\n$/.test(answer.body) ? Number(answer.body) : Number.NaN;
      const isSaid = isSize(size) && answer.contentType === 'text/x.tlog.size';
      return isSaid ? { kind: 'at_other_size', size } : { kind: 'unreadable', status: 409 };
    }
    case 422:
      return { kind: 'proof_refused' };
    default:
      return { kind: 'unreadable', status: answer.status };
  }
}

async function askOnce(request: WitnessRequest): Promise<WitnessAnswer> {
  const { post, prefix, keys, checkpoint, seenSize } = request;
  const body = addCheckpointBody(seenSize, await request.proofFrom(seenSize), checkpoint);
  const answer = await send(() => post(`${prefix}/add-checkpoint`, { method: 'POST', body }));
  return answer ? readWitnessAnswer(answer, checkpoint, keys) : { kind: 'unreachable' };
}

async function send(post: () => ReturnType<Post>): Promise<Parameters<typeof readWitnessAnswer>[0] | null> {
  try {
    const answer = await post();
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      body: await answer.text(),
    };
  } catch {
    return null;
  }
}

async function readCosigned(
  body: string,
  checkpoint: string,
  keys: readonly VerifierKey[],
): Promise<WitnessAnswer> {
  const note = parseNote(checkpoint);
  if (!note) throw new RangeError('not a checkpoint');
  const signatures = parseSignatures(body)?.filter((given) => keys.some((key) => isBy(given, key))) ?? [];
  const opened = await openNote(formatNote({ text: note.text, signatures }), keys);
  // A witness must say when it saw the checkpoint.
  if (!opened.ok || opened.value.signedBy.some(({ time }) => !time))
    return { kind: 'unreadable', status: 200 };
  const before = note.signatures.filter((given) => !signatures.some((added) => isBy(given, added)));
  const cosigned = formatNote({ text: note.text, signatures: [...before, ...signatures] });
  return { kind: 'cosigned', checkpoint: cosigned, by: opened.value.signedBy };
}

function isBy(signature: { name: string; id: number }, key: { name: string; id: number }): boolean {
  return signature.name === key.name && signature.id === key.id;
}
