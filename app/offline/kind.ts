import { ACTS } from '~/orchard/act-words';
import * as m from '~/paraglide/messages.js';
import type { KeptField } from './entry';

/** What can be filled in without signal: the page whose form it is, and what it is called. */
interface Kind {
  to: string;
  /** Who fills it in: growers, or those who sell. */
  by: 'grows' | 'sells';
  name: () => string;
  /** A form of several faces: the field whose answer is in its page's address, and every answer. */
  faces?: { field: string; answers: readonly string[] };
}

/**
 * Every kind of entry. A new one is a line here, a line in take-entry.server.ts, and `useQueuedForm` in its form.
 */
export const KINDS = {
  harvest: { to: '/office/harvests/new', by: 'grows', name: m.offline_kind_harvest },
  diary: {
    to: '/office/diary/new',
    by: 'grows',
    name: m.offline_kind_diary,
    faces: { field: 'act', answers: ACTS },
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** What an entry of a kind is called; of one that this version does not know, its own name. */
export const kindWords = (kind: string): string => kindOf(kind)?.name() ?? kind;

/** The kind of that name, if it is one. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as KindName] : undefined;

/** The pages that whoever grows or sells can open without signal, without language. */
export function pagesToKeep(may: Record<Kind['by'], boolean>): string[] {
  const forms = Object.values<Kind>(KINDS).filter(({ by }) => may[by]);
  return forms.length === 0 ? [] : ['/office', '/office/outbox', '/office/lots', ...forms.flatMap(pagesOf)];
}

const pagesOf = ({ to, faces }: Kind): string[] => [
  to,
  ...(faces?.answers ?? []).map((answer) => `${to}?${faces?.field}=${answer}`),
];

/** The page on which an entry of a kind is put right, without language. */
export function pageToMend({ to, faces }: Kind, { id, fields }: { id: string; fields: KeptField[] }): string {
  const face = faces && fields.find(([name]) => name === faces.field)?.[1];
  const search = new URLSearchParams(typeof face === 'string' && faces ? { [faces.field]: face } : {});
  search.set('entry', id);
  return `${to}?${search}`;
}
