import { toBase64 } from './bytes.ts';
import { type EventFault, eventFault, readHashes, type ShownEvent } from './check-events.ts';
import { type CheckpointError, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { hasWebCrypto } from './ed25519.ts';
import { parseVerifierKey, type VerifierKey } from './note-key.ts';
import type { Proofs } from './prove.ts';
import { verifyConsistency } from './verify-consistency.ts';

/** What a page shows, what it proves it with, and whom its reader trusts. */
export interface CheckInput {
  events: readonly ShownEvent[];
  proofs: unknown;
  /** Verifier keys of the log, `name+id+key`. */
  logKeys: readonly string[];
  witnessKeys?: readonly string[];
  /** How many witnesses must have seen the checkpoint; none when not said. */
  witnessesWanted?: number;
  /** A checkpoint of this log that the reader has seen before. */
  kept?: string;
}

/** What was checked, and held. */
export interface Checked {
  /** The log's head, its root in base64; null when no checkpoint held. */
  head: { origin: string; size: number; root: string } | null;
  signedBy: string[];
  /** Who saw this head, and when, in seconds since 1970. */
  witnesses: { name: string; time: number }[];
  /** The places of the events that are as the log has them. */
  events: number[];
  /** How this head lies to the one that the reader kept; `not_compared` when the page brings no proof of growth. */
  kept: 'none_kept' | 'same' | 'grown' | 'not_compared' | 'wrong';
}

/** What is wrong; `of` says with which checkpoint, the page's or the one kept. */
export type Fault =
  | EventFault
  | (CheckpointError & { of: 'page' | 'kept' })
  /** Nothing was checked: the browser gives no WebCrypto to a page that did not come by https. */
  | { code: 'no_web_crypto' }
  | { code: 'malformed_key'; key: string }
  | { code: 'malformed_proofs' }
  | { code: 'too_few_witnesses'; seen: number; wanted: number }
  /** The page's checkpoint is older than the one kept: what came since is left out. */
  | { code: 'older_than_kept'; size: number; keptSize: number }
  /** Both checkpoints are signed, and one log cannot have both. */
  | { code: 'fork'; keptSize: number }
  /** The page does not show that its log grew from the one kept: a fork, or a broken proof. */
  | { code: 'growth_not_shown'; keptSize: number }
  | { code: 'kept_of_another_log'; origin: string };

/** Whether all holds; if not, everything that is wrong, one fault or more. */
export type Check = { whole: true; checked: Checked } | { whole: false; checked: Checked; faults: Fault[] };

/**
 * Tells whether the events of a page stand in the log as they are shown, and whether that log is the one that was seen
 * before. Needs nothing but what it is given; does not throw, whatever the proofs are.
 */
export async function check(input: CheckInput): Promise<Check> {
  if (!hasWebCrypto()) return verdict(nothingChecked, [{ code: 'no_web_crypto' }]);
  const logs = readKeys(input.logKeys);
  const witnesses = readKeys(input.witnessKeys ?? []);
  const faults: Fault[] = [...logs.faults, ...witnesses.faults];
  const { proofs } = input;
  if (!isProofs(proofs)) return verdict(nothingChecked, [...faults, { code: 'malformed_proofs' }]);
  const opened = await openCheckpoint(proofs.checkpoint, logs.keys, witnesses.keys);
  if (!opened.ok) return verdict(nothingChecked, [...faults, { ...opened.error, of: 'page' }]);
  const head = opened.value;
  const wanted = input.witnessesWanted ?? 0;
  const seen = new Set(head.witnesses.map(({ key }) => key.name)).size;
  if (seen < wanted) faults.push({ code: 'too_few_witnesses', seen, wanted });
  const events = input.events.map((shown) => ({ shown, fault: eventFault(shown, proofs.events, head) }));
  faults.push(...events.flatMap(({ fault }) => fault ?? []));
  const kept = input.kept === undefined ? noneKept : await compareKept(input.kept, logs.keys, head, proofs);
  if (kept.fault) faults.push(kept.fault);
  const checked = {
    ...checkedHead(head),
    events: events.flatMap(({ shown, fault }) => (fault ? [] : shown.index)),
    kept: kept.kept,
  };
  return verdict(checked, faults);
}

const nothingChecked: Checked = { head: null, signedBy: [], witnesses: [], events: [], kept: 'none_kept' };
const noneKept: KeptFound = { kept: 'none_kept', fault: null };

interface KeptFound {
  kept: Checked['kept'];
  fault: Fault | null;
}

async function compareKept(
  note: string,
  logKeys: readonly VerifierKey[],
  head: OpenedCheckpoint,
  { since }: Proofs,
): Promise<KeptFound> {
  const wrong = (fault: Fault): KeptFound => ({ kept: 'wrong', fault });
  const opened = await openCheckpoint(note, logKeys);
  if (!opened.ok) return wrong({ ...opened.error, of: 'kept' });
  const kept = opened.value;
  const [size, keptSize] = [head.size, kept.size];
  if (kept.origin !== head.origin) return wrong({ code: 'kept_of_another_log', origin: kept.origin });
  if (keptSize > size) return wrong({ code: 'older_than_kept', size, keptSize });
  const path = keptSize === size || keptSize === 0 ? [] : since?.size === keptSize ? since.path : null;
  if (!path) return { kept: 'not_compared', fault: null };
  const hashes = readHashes(path);
  const how = hashes ? verifyConsistency(kept, head, hashes) : 'unproven';
  if (how === 'fork') return wrong({ code: 'fork', keptSize });
  if (how === 'unproven') return wrong({ code: 'growth_not_shown', keptSize });
  return { kept: keptSize === size ? 'same' : 'grown', fault: null };
}

function checkedHead(head: OpenedCheckpoint): Pick<Checked, 'head' | 'signedBy' | 'witnesses'> {
  const { origin, size, root, note, witnesses } = head;
  return {
    head: { origin, size, root: toBase64(root) },
    signedBy: note.signedBy.filter(({ time }) => time === null).map(({ key }) => key.name),
    witnesses: witnesses.map(({ key, time }) => ({ name: key.name, time: time ?? 0 })),
  };
}

function verdict(checked: Checked, faults: Fault[]): Check {
  return faults.length === 0 ? { whole: true, checked } : { whole: false, checked, faults };
}

function readKeys(texts: readonly string[]): { keys: VerifierKey[]; faults: Fault[] } {
  const read = texts.map((text) => ({ text, key: parseVerifierKey(text) }));
  return {
    keys: read.flatMap(({ key }) => (key.ok ? key.value : [])),
    faults: read.flatMap(({ text, key }) => (key.ok ? [] : { code: 'malformed_key', key: text })),
  };
}

function isProofs(value: unknown): value is Proofs {
  const proofs = value as Proofs | null | undefined;
  const isPath = (path: unknown) => Array.isArray(path) && path.every((hash) => typeof hash === 'string');
  return (
    typeof proofs?.checkpoint === 'string' &&
    Array.isArray(proofs.events) &&
    proofs.events.every((event) => typeof event?.leafHash === 'string' && isPath(event.path)) &&
    (proofs.since === undefined || isPath(proofs.since?.path))
  );
}
