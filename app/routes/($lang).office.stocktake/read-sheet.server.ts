import { kilograms } from '@baunghe/money';
import { weightWords } from '~/office/field-words.server';

/** What was counted of one lot, as the gate takes it. */
interface Counted {
  batch: string;
  seenGrams: number;
  countedGrams: number;
  reason: string | null;
}

/** Reads a sheet: the lots that were counted, and what is wrong with a weight. A lot left empty was not counted. */
export function readSheet(typed: Record<string, string>): {
  counts: Counted[];
  beside: Record<string, string>;
} {
  const counts: Counted[] = [];
  const beside: Record<string, string> = {};
  for (const [name, seen] of Object.entries(typed)) {
    if (!name.startsWith('seen_')) continue;
    const batch = name.slice('seen_'.length);
    const kg = typed[`kg_${batch}`]?.trim() ?? '';
    if (kg === '') continue;
    const weight = kilograms(kg);
    if (!weight.ok) beside[`kg_${batch}`] = weightWords(weight.error);
    else {
      const reason = typed[`why_${batch}`] ?? null;
      counts.push({ batch, seenGrams: Number(seen), countedGrams: weight.value, reason });
    }
  }
  return { counts, beside };
}
