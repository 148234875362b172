import * as m from '~/paraglide/messages.js';

/** What can be filled in without signal: the page whose form it is, and what it is called. */
interface Kind {
  to: string;
  /** Who fills it in: growers, or those who sell. */
  by: 'grows' | 'sells';
  name: () => string;
}

/**
 * Every kind of entry. A new one is a line here, a line in take-entry.server.ts, and `useQueuedForm` in its form.
 */
export const KINDS = {
  harvest: { to: '/office/harvests/new', by: 'grows', name: m.offline_kind_harvest },
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
  return forms.length === 0
    ? []
    : ['/office', '/office/outbox', '/office/lots', ...forms.map(({ to }) => to)];
}
