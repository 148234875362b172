import type { Fault, Proofs, SealedDiaryEntry, ShownEvent } from '@baunghe/proof';

/** What the page says of the fruit, to be held against the events that stand in the log. */
export interface ShownFacts {
  /** 2026-06-12 */
  cutOn: string;
  batch: string;
  /** Of the box; null on the page of a lot. */
  grams: number | null;
  /** The farm diary as far as it was written down when the harvest was recorded. */
  diary: readonly SealedDiaryEntry[];
}

/** All that the visitor's browser needs to check a scanned page by itself; stands in the page as JSON. */
export interface ProofData {
  logKeys: readonly string[];
  /** Of the witnesses that are asked to cosign; a head without their word holds, and says so. */
  witnessKeys: readonly string[];
  proofs: Proofs;
  events: readonly ShownEvent[];
  /** Events that were recorded and have no place in the log yet. */
  waiting: number;
  shown: ShownFacts;
  /** The sentences, in the page's language; blanks as {size}. */
  words: VerdictWords;
}

/** What this browser remembers of the log from one scan to the next. */
export interface KeptHead {
  logKeys: readonly string[];
  checkpoint: string;
}

/** What can be wrong with a scanned page: what the log tells, and what only the page and this browser can know. */
export type PageFault =
  | Fault
  /** The events are in the log, but they are those of another box or lot than this address names. */
  | { code: 'other_fruit' }
  /** The page says something else of the fruit than the sealed events do. */
  | { code: 'page_differs'; fact: Exclude<keyof ShownFacts, 'diary'> }
  /** The farm diary on the page is not the one that was sealed with the harvest. */
  | { code: 'diary_changed' }
  /** The log is signed by other keys than when this browser saw it last. */
  | { code: 'key_changed' };

/** Every sentence that a verdict may need. */
export interface VerdictWords {
  whole: string;
  broken: string;
  unchecked: string;
  events: string;
  signed: string;
  witnesses: string;
  noWitness: string;
  waiting: string;
  diary: string;
  kept: Record<'none_kept' | 'same' | 'grown' | 'not_compared', string>;
  faults: Record<FaultKind, string>;
}

/** Faults as a reader tells them apart. */
export type FaultKind =
  | 'changed'
  | 'diary'
  | 'differs'
  | 'fork'
  | 'key'
  | 'old'
  | 'other'
  | 'proof'
  | 'signature'
  | 'witness';

/** Which sentence says a fault. */
export const KIND_OF_FAULT: Record<PageFault['code'], FaultKind> = {
  event_changed: 'changed',
  event_moved: 'changed',
  wrong_disclosure: 'changed',
  no_proof: 'proof',
  wrong_proof: 'proof',
  beyond_checkpoint: 'proof',
  malformed_proofs: 'proof',
  malformed_key: 'signature',
  no_web_crypto: 'signature',
  malformed_note: 'signature',
  malformed_checkpoint: 'signature',
  wrong_signature: 'signature',
  no_known_signature: 'signature',
  foreign_origin: 'signature',
  too_few_witnesses: 'witness',
  older_than_kept: 'old',
  fork: 'fork',
  growth_not_shown: 'fork',
  kept_of_another_log: 'key',
  key_changed: 'key',
  other_fruit: 'other',
  page_differs: 'differs',
  diary_changed: 'diary',
};
