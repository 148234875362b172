import { type Checked, check, type FetchBytes, type Proofs } from '@baunghe/proof';
import type { KeptHead, PageFault, ProofData } from '../proof-data';
import { factFaults } from './fact-faults';

/** What the check found, and the head to remember when all holds. */
export interface PageVerdict {
  checked: Checked;
  faults: PageFault[];
  keep: KeptHead | null;
}

/**
 * Checks a scanned page in the visitor's own browser: its events against the signed log, the log against the one seen
 * before, and what the page says of the fruit, and of which fruit, against those events. `path` is the page's address.
 */
export async function checkPage(
  data: ProofData,
  { path, kept, fetchBytes }: { path: string; kept: KeptHead | null; fetchBytes: FetchBytes },
): Promise<PageVerdict> {
  const { logKeys, witnessKeys, events } = data;
  const known = kept ? logKeys.filter((key) => kept.logKeys.includes(key)) : logKeys;
  const keysKnown = !kept || known.length > 0;
  const isSeenHead = kept?.checkpoint === data.proofs.checkpoint;
  const proofs = kept && !isSeenHead ? await provenSince(data, kept, fetchBytes) : data.proofs;
  const found = await check({
    events,
    proofs,
    // A key that this browser does not know yet vouches for nothing, though the page names it beside one that it does.
    logKeys: keysKnown ? known : logKeys,
    witnessKeys,
    ...(kept && keysKnown ? { kept: kept.checkpoint } : {}),
  });
  const faults: PageFault[] = found.whole ? [] : [...found.faults];
  if (!keysKnown) faults.push({ code: 'key_changed' });
  // An event that is not the log's, which has been told, may have any shape: only what is the log's can be read.
  if (found.checked.events.length === events.length) faults.push(...factFaults(data, path));
  const keep = faults.length === 0 ? { logKeys, checkpoint: proofs.checkpoint } : null;
  return { checked: found.checked, faults, keep };
}

/** Loaded only by a browser that has seen another head of the log. */
async function provenSince(data: ProofData, kept: KeptHead, fetchBytes: FetchBytes): Promise<Proofs> {
  try {
    return await (await import('./proven-since')).provenSince(data, kept, fetchBytes);
  } catch {
    return data.proofs;
  }
}
