import {
  type FetchBytes,
  formatVerifierKey,
  openNote,
  parseNote,
  parseVerifierKey,
  type Replay,
  replayLog,
  type VerifierKey,
} from '@baunghe/proof';
import { faultInWords } from './fault-in-words';
import { type KeptHead, keepHead, readKeptHead } from './kept-head';
import type { Asked } from './read-arguments';

/** Whether the log is whole, is not, or could not be read; beside it what was said on the way. */
export type Verdict = 'whole' | 'broken' | 'unread';

/** Every so many entries a line says how far the reading is. */
const PROGRESS_EVERY = 25_600;

/**
 * Reads a whole log again and says, a line at a time, what holds and what does not. A head that holds is kept for the
 * next time, with the keys that were trusted; of a broken log nothing is kept.
 */
export async function verifyLog(
  asked: Asked,
  fetchBytes: FetchBytes,
  say: (line: string) => void,
  now: () => Date,
): Promise<Verdict> {
  const kept = await readKeptHead(asked.keepFile);
  const keys = await trustedKeys(asked, kept, fetchBytes, say);
  if (keys.length === 0) {
    say('no key to check with: the site names none; give one with --key');
    return 'unread';
  }
  const note = await fetchBytes('checkpoint');
  const said = await replayLog({
    fetchBytes: async (path) => (path === 'checkpoint' ? note : fetchBytes(path)),
    logKeys: keys,
    witnessKeys: asked.witnesses,
    ...(kept ? { kept: kept.checkpoint, keptKeys: readKeys(kept.keys) } : {}),
    onProgress: (entries, size) => {
      if (entries % PROGRESS_EVERY === 0 && entries < size) say(`read ${entries} of ${size} entries`);
    },
  });
  const faults = said.whole ? missingWitnesses(said, asked.witnesses) : said.faults.map(faultInWords);
  for (const fault of faults) say(`FAULT: ${fault}`);
  if (!said.whole || faults.length > 0) {
    say(`NOT WHOLE: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${asked.url}`);
    return 'broken';
  }
  const checkpoint = new TextDecoder().decode(note ?? new Uint8Array());
  await sayWhole(said, { asked, kept, keys, checkpoint }, say);
  const trusted = keys.map(formatVerifierKey);
  const { size } = said;
  await keepHead(asked.keepFile, {
    url: asked.url,
    keys: trusted,
    checkpoint,
    size,
    at: now().toISOString(),
  });
  return 'whole';
}

async function trustedKeys(
  { keys, url }: Asked,
  kept: KeptHead | null,
  fetchBytes: FetchBytes,
  say: (line: string) => void,
): Promise<readonly VerifierKey[]> {
  if (keys.length > 0) return keys;
  if (kept) return readKeys(kept.keys);
  const named = readKeys(await keysOfSite(fetchBytes));
  for (const key of named)
    say(
      `TRUSTED AT FIRST USE: ${formatVerifierKey(key)} came from the site itself (${url}/key); a forger's site would ` +
        'name a key as well, so compare it with what the cooperative gave you another way',
    );
  return named;
}

async function keysOfSite(fetchBytes: FetchBytes): Promise<string[]> {
  const text = new TextDecoder().decode((await fetchBytes('key')) ?? new Uint8Array());
  return text.split('\n').filter((line) => line !== '');
}

function readKeys(texts: readonly string[]): VerifierKey[] {
  return texts.map(parseVerifierKey).flatMap((key) => (key.ok && key.value.use === 'note' ? key.value : []));
}

type Whole = Extract<Replay, { whole: true }>;

function missingWitnesses({ witnesses }: Whole, wanted: readonly VerifierKey[]): string[] {
  return wanted
    .filter((key) => witnesses.every(({ name }) => name !== key.name))
    .map(({ name }) => `witness missing: ${name} has not cosigned this checkpoint`);
}

async function sayWhole(
  { origin, size, root, hiding, witnesses }: Whole,
  {
    asked,
    kept,
    keys,
    checkpoint,
  }: { asked: Asked; kept: KeptHead | null; keys: readonly VerifierKey[]; checkpoint: string },
  say: (line: string) => void,
): Promise<void> {
  const opened = await openNote(checkpoint, keys);
  const signers = opened.ok ? opened.value.signedBy.map(({ key }) => shortName(key)) : [];
  say(`WHOLE: ${size} entries of ${origin}, root ${root}, signed by ${signers.join(' and ')}`);
  if (hiding > 0)
    say(
      `${hiding} of them ${hiding === 1 ? 'holds' : 'hold'} salted hashes in the place of box numbers: that these were not changed is checked, what ` +
        'they stand for is not; the page of a box shows it of that box',
    );
  for (const { name, time } of witnesses)
    say(`cosigned by ${name} at ${new Date(time * 1000).toISOString()}`);
  if (kept) say(`continues the ${kept.size} entries that were read on ${kept.at}`);
  else say('read for the first time: there is nothing yet to compare it with');
  const others = await untrustedSigners(checkpoint, keys, asked.witnesses);
  if (others.length > 0)
    say(`also signed by ${others.join(', ')}, which was not asked about; --key or --witness would check it`);
}

async function untrustedSigners(
  checkpoint: string,
  keys: readonly VerifierKey[],
  witnesses: readonly VerifierKey[],
): Promise<string[]> {
  const known = new Set([...keys, ...witnesses].map(shortName));
  const signatures = parseNote(checkpoint)?.signatures ?? [];
  return signatures.map(shortName).filter((name) => !known.has(name));
}

/** A key as a signature line names it. */
function shortName({ name, id }: { name: string; id: number }): string {
  return `${name}+${id.toString(16).padStart(8, '0')}`;
}
