import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64Url, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';

/** An act on a plot as a scanned page shows it, and as it is sealed with the harvest that it concerns. */
export interface SealedDiaryEntry {
  id: string;
  act: string;
  /** 2026-05-20 */
  doneOn: string;
  inputName: string | null;
  activeIngredient: string | null;
  dose: string | null;
  reason: string | null;
  preHarvestDays: number | null;
}

/** An entry as the rooms tell it. `late`: written down only after the harvest was recorded. */
type ToldEntry = Omit<SealedDiaryEntry, 'doneOn'> & { doneOn: Date; late: boolean };

/** What of a diary is sealed with the harvest that it concerns: what was written down by then. */
export function sealedDiary(diary: readonly ToldEntry[]): SealedDiaryEntry[] {
  return diary
    .filter(({ late }) => !late)
    .map(({ id, act, doneOn, inputName, activeIngredient, dose, reason, preHarvestDays }) => {
      const day = doneOn.toISOString().slice(0, 10);
      return { id, act, doneOn: day, inputName, activeIngredient, dose, reason, preHarvestDays };
    });
}

/**
 * The digest of a farm diary, the same in whatever order its entries come: SHA-256, as base64url without padding, over
 * the canonical JSON (RFC 8785) of the entries sorted by id, these eight fields of each and no others. @throws RangeError
 * for text that is not Unicode.
 */
export function diaryDigest(entries: readonly SealedDiaryEntry[]): string {
  const sealed = [...entries]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, act, doneOn, inputName, activeIngredient, dose, reason, preHarvestDays }) => {
      return { id, act, doneOn, inputName, activeIngredient, dose, reason, preHarvestDays };
    });
  const text = canonical(sealed);
  if (!text.ok) throw new RangeError(`no digest of this diary: ${text.error.code} at ${text.error.at}`);
  return toBase64Url(sha256(utf8(text.value)));
}
