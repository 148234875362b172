import { ACTS } from '~/orchard/act-words';
import * as m from '~/paraglide/messages.js';
import type { Entry, KeptField } from './entry';

/** What can be filled in without signal: the page whose form it is, and what it is called. */
interface Kind {
  /** Its form's page, `:of` standing for what an entry is of: a lot's batch code, an order's code. */
  to: string;
  /** Where the next one is begun, if not there. */
  next?: string;
  /** Who fills it in: growers, or those who sell. */
  by: 'grows' | 'sells';
  name: () => string;
  /** What the parameter `:of` is called in the page's own route. */
  of?: 'batch' | 'code';
  /** What to know while it waits. */
  meanwhile?: () => string;
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
  grade: {
    to: '/office/lots/:of/grade',
    next: '/office/lots',
    by: 'sells',
    name: m.offline_kind_grade,
    of: 'batch',
  },
  stocktake: { to: '/office/stocktake', by: 'sells', name: m.offline_kind_stocktake },
  pack: {
    to: '/office/orders/:of',
    by: 'sells',
    name: m.offline_kind_pack,
    of: 'code',
    meanwhile: m.offline_pack_label_later,
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

type OfKind = { kind: string; of?: string };

/** What an entry is called, and what it is of; one of a kind that this version does not know has its kind's own name. */
export const entryWords = ({ kind, of }: OfKind): string =>
  [kindOf(kind)?.name() ?? kind, ...(of ? [of] : [])].join(' · ');

/** The kind of that name, if it is one. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as KindName] : undefined;

/** The pages that whoever grows or sells can open without signal, without language; others are kept as they are opened. */
export function pagesToKeep(may: Record<Kind['by'], boolean>): string[] {
  const forms = Object.values<Kind>(KINDS).filter(({ by, of }) => may[by] && !of);
  if (forms.length === 0) return [];
  const lists = ['/office', '/office/outbox', '/office/lots', ...(may.sells ? ['/office/orders'] : [])];
  return [...lists, ...forms.flatMap(pagesOf)];
}

const pagesOf = ({ to, faces }: Kind): string[] => [
  to,
  ...(faces?.answers ?? []).map((answer) => `${to}?${faces?.field}=${answer}`),
];

const formPage = ({ to }: Kind, of = ''): string => to.replace(':of', encodeURIComponent(of));

/** The page on which the next entry is begun after one of a kind, without language. */
export const nextPage = (kind: Kind, { of }: Pick<Entry, 'of'>): string => kind.next ?? formPage(kind, of);

/** The page on which an entry of a kind is put right, without language. */
export function pageToMend(kind: Kind, { id, of, fields }: Pick<Entry, 'id' | 'of' | 'fields'>): string {
  const { faces } = kind;
  const face = faces && textIn(fields, faces.field);
  const search = new URLSearchParams(face && faces ? { [faces.field]: face } : {});
  search.set('entry', id);
  return `${formPage(kind, of)}?${search}`;
}

const textIn = (fields: readonly KeptField[], wanted: string): string | null => {
  const value = fields.find(([name]) => name === wanted)?.[1];
  return typeof value === 'string' ? value : null;
};
