import { z } from 'zod/mini';
import { isLocale, type Locale } from '~/locale';
import type { KeptField, NewEntry } from './entry';
import { type EntryStore, saveEntry } from './entry-store';

const file = z.object({ file: z.string(), type: z.string(), base64: z.string() });
const entries = z.object({
  what: z.literal('baunghe-entries'),
  version: z.literal(1),
  entries: z.array(
    z.object({
      id: z.uuid(),
      owner: z.string(),
      kind: z.string(),
      of: z.optional(z.string()),
      lang: z.custom<Locale>((value) => typeof value === 'string' && isLocale(value)),
      fields: z.array(z.tuple([z.string(), z.union([z.string(), file])])),
      told: z.array(z.object({ question: z.string(), answer: z.string() })),
      savedAt: z.number(),
      believedAhead: z.number(),
    }),
  ),
});

/** Unsent entries as a text that another phone can take in; their photos are in it. */
export async function writeEntries(unsent: readonly NewEntry[]): Promise<string> {
  const written = await Promise.all(
    unsent.map(async ({ id, owner, kind, of, lang, fields, told, savedAt, believedAhead }) => ({
      ...{ id, owner, kind, of, lang, told, savedAt, believedAhead },
      fields: await Promise.all(fields.map(async ([name, value]) => [name, await writeValue(value)])),
    })),
  );
  return JSON.stringify({ what: 'baunghe-entries', version: 1, entries: written }, null, 1);
}

/** Gives the person a file of those entries, to be kept or taken to another phone. */
export async function handOut(unsent: readonly NewEntry[]): Promise<void> {
  const url = URL.createObjectURL(new Blob([await writeEntries(unsent)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `bau-nghe-${unsent.length}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Takes in what `writeEntries` wrote, for the same person only: their entries keep their keys, so that one which the
 * other phone sends after all is recorded once. Returns how many were taken, or null for a text that is no such file.
 */
export async function readEntries(store: EntryStore, owner: string, text: string): Promise<number | null> {
  const read = entries.safeParse(asJson(text));
  if (!read.success) return null;
  const own = read.data.entries.filter((entry) => entry.owner === owner);
  for (const entry of own)
    await saveEntry(store, { ...entry, fields: entry.fields.map(readField) } satisfies NewEntry);
  return own.length;
}

async function writeValue(value: string | Blob) {
  if (typeof value === 'string') return value;
  const bytes = new Uint8Array(await value.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { file: value instanceof File ? value.name : 'anh.jpg', type: value.type, base64: btoa(binary) };
}

function readField([name, value]: [string, string | z.infer<typeof file>]): KeptField {
  if (typeof value === 'string') return [name, value];
  const bytes = Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0));
  return [name, new File([bytes], value.file, { type: value.type })];
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
