import { z } from 'zod/mini';
import type { KeptField } from './entry';

const chosen = z.record(z.string(), z.string());
const place = (owner: string, kind: string) => `baunghe-last-${owner}-${kind}`;

/** What a user chose last in a kind of form, in the order of `names`: the first offer of the next one. */
export function lastChoices(owner: string, kind: string, names: readonly string[]): KeptField[] {
  const kept = chosen.safeParse(JSON.parse(localStorage.getItem(place(owner, kind)) ?? '{}'));
  if (!kept.success) return [];
  return names.flatMap((name): KeptField[] => {
    const value = kept.data[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** Remembers those fields of a form. */
export function rememberChoices(
  owner: string,
  kind: string,
  fields: readonly KeptField[],
  names: readonly string[],
): void {
  const values = fields.filter(([name, value]) => names.includes(name) && typeof value === 'string');
  if (values.length === 0) return;
  try {
    localStorage.setItem(place(owner, kind), JSON.stringify(Object.fromEntries(values)));
  } catch {
    // A full phone offers less, and what was filled in is saved already.
  }
}
