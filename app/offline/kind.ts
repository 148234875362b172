import { ACTS } from '~/orchard/act-words';
import * as m from '~/paraglide/messages.js';
import type { Entry, KeptField } from './entry';

/** What can be filled in without signal: the page whose form it is, and what it is called. */
interface Kind {
  /** Its form's page; `:batch`, `:code` stand for what an entry is of, as in the page's own route. */
  to: string;
  /** Where the next one is begun, if not there. */
  next?: string;
  /** Who fills it in: growers, or those who sell. */
  by: 'grows' | 'sells';
  name: () => string;
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
    to: '/office/lots/:batch/grade',
    next: '/office/lots',
    by: 'sells',
    name: m.offline_kind_grade,
  },
  spoil: {
    to: '/office/lots/:batch/spoil',
    next: '/office/lots',
    by: 'sells',
    name: m.offline_kind_spoil,
  },
  look: { to: '/office/lots/:batch/look', next: '/office/lots', by: 'sells', name: m.offline_kind_look },
  temperature: {
    to: '/office/lots/:batch/look',
    next: '/office/lots',
    by: 'sells',
    name: m.offline_kind_temperature,
  },
  place: { to: '/office/lots/:batch/place', next: '/office/lots', by: 'sells', name: m.offline_kind_place },
  stocktake: { to: '/office/stocktake', by: 'sells', name: m.offline_kind_stocktake },
  pack: {
    to: '/office/orders/:code',
    by: 'sells',
    name: m.offline_kind_pack,
    meanwhile: m.offline_pack_label_later,
  },
  return: {
    to: '/office/orders/:code/return/:serial',
    next: '/office/orders',
    by: 'sells',
    name: m.offline_kind_return,
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

type OfKind = { kind: string; of?: string };

/** What an entry is called, and what it is of; one of a kind that this version does not know has its kind's own name. */
export const entryWords = ({ kind, of }: OfKind): string =>
  [kindOf(kind)?.name() ?? kind, ...(of ? of.split('/') : [])].join(' · ');

/** The kind of that name, if it is one. */
export const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as KindName] : undefined;

/** The pages that whoever grows or sells can open without signal, without language; others are kept as they are opened. */
export function pagesToKeep(may: Record<Kind['by'], boolean>): string[] {
  const forms = Object.values<Kind>(KINDS).filter(({ by, to }) => may[by] && !to.includes(':'));
  if (forms.length === 0) return [];
  const lists = ['/office', '/office/outbox', '/office/lots', ...(may.sells ? ['/office/orders'] : [])];
  return [...lists, ...forms.flatMap(pagesOf)];
}

const pagesOf = ({ to, faces }: Kind): string[] => [
  to,
  ...(faces?.answers ?? []).map((answer) => `${to}?${faces?.field}=${answer}`),
];

const PARAMS = /:(\w+)/g;

/** The parameters of a kind's page for an entry that is of `of`. */
export function paramsOf({ to }: Kind, of = ''): Record<string, string> {
  const values = of.split('/');
  return Object.fromEntries([...to.matchAll(PARAMS)].map(([, name], at) => [name, values[at] ?? '']));
}

function formPage(kind: Kind, of?: string): string {
  const params = paramsOf(kind, of);
  return kind.to.replace(PARAMS, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

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
