import type { Server } from 'node:http';
import {
  emptyRoot,
  formatNote,
  fromBase64,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  type SignerKey,
  signNote,
  type TreeHead,
  type VerifierKey,
  verifyConsistency,
} from '@baunghe/proof';
import type { Witness } from '@baunghe/trace';
import { addressOf, aKey, closed, listening } from './log-doors.builders';

/** Another party's witness: c2sp.org/tlog-witness over HTTP, with a key and a memory of its own. */
export interface RunningWitness extends Witness {
  /** The status of each answer, in order. */
  answers: number[];
  /** The logs that it knows, by their names. */
  logs: Map<string, VerifierKey>;
  /** What it last saw of each log. */
  seen: Map<string, TreeHead>;
  /** While true it takes requests and never answers. */
  silent: boolean;
  close: () => Promise<void>;
}

type Answer = { status: number; body?: string; type?: string };

/** Starts a witness that knows these logs. */
export async function runWitness(name: string, logs: readonly VerifierKey[]): Promise<RunningWitness> {
  const key = await aKey(name, 'cosignature');
  const server: Server = await listening(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/add-checkpoint')
      return void response.writeHead(405).end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    if (witness.silent) return;
    const {
      status,
      body = '',
      type = 'text/plain',
    } = await judge(String(Buffer.concat(chunks)), key, witness);
    witness.answers.push(status);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  const witness: RunningWitness = {
    key,
    prefix: addressOf(server),
    answers: [],
    logs: new Map(logs.map((log) => [log.name, log])),
    seen: new Map(),
    silent: false,
    close: () => closed(server),
  };
  return witness;
}

async function judge(body: string, key: SignerKey, { logs, seen }: RunningWitness): Promise<Answer> {
  const end = body.indexOf('\n\n');
  const [first = '', ...proof] = body.slice(0, end).split('\n');
  const old = /^old (0|[1-9]\d*)$/.exec(first)?.[1];
  const path = proof.map(fromBase64);
  const note = body.slice(end + 2);
  const text = parseNote(note)?.text ?? '';
  const head = parseCheckpoint(text);
  if (end < 0 || old === undefined || path.length > 63 || path.includes(null) || !head)
    return { status: 400 };
  const log = logs.get(head.origin);
  if (!log) return { status: 404 };
  if (!(await openCheckpoint(note, [log])).ok) return { status: 403 };
  if (Number(old) > head.size) return { status: 400 };
  const last = seen.get(head.origin) ?? { size: 0, root: emptyRoot() };
  const conflict = { status: 409, body: `${last.size}\n`, type: 'text/x.tlog.size' };
  if (Number(old) !== last.size) return conflict;
  const hashes = path.filter((hash) => hash !== null);
  const how = verifyConsistency(last, head, hashes);
  if (how === 'fork' && head.size === last.size) return conflict;
  if (how !== 'grown') return { status: 422 };
  seen.set(head.origin, head);
  const signed = await signNote(text, key, Math.floor(Date.now() / 1000));
  return { status: 200, body: formatNote({ text: '', signatures: [signed] }).slice(1) };
}
