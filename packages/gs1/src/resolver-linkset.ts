import { linkTypeUri } from './resolver-link-types.ts';
import type { LinkLevel, TargetLink } from './resolver-links.ts';

/** What a linkset says of one link. */
export interface LinksetTarget {
  href: string;
  title: string;
  type?: string;
  hreflang?: readonly string[];
  context?: readonly string[];
}

/** The links of one level: by the address of their type, beside `anchor` and `description`. */
export interface LinkContext {
  /** The Digital Link that they are about, uncompressed. */
  anchor: string;
  description: string;
  [linkType: string]: string | readonly LinksetTarget[];
}

/** A linkset as `application/linkset+json` (RFC 9264), in the shape of the GS1-Conformant Resolver Standard. */
export interface Linkset {
  linkset: readonly LinkContext[];
}

/**
 * All links of these levels, the most exact first; a level without links is left out. `root` is the resolver's own
 * address without a slash at its end.
 */
export function linksetOf(levels: readonly LinkLevel[], root: string): Linkset {
  return { linkset: levels.filter(({ links }) => links.length > 0).map((level) => contextOf(level, root)) };
}

function contextOf({ path, description, links }: LinkLevel, root: string): LinkContext {
  const byType: Record<string, LinksetTarget[]> = {};
  for (const link of links) {
    const uri = linkTypeUri(link.linkType);
    byType[uri] = [...(byType[uri] ?? []), targetOf(link)];
  }
  return { anchor: root + path, description, ...byType };
}

/** A default link says nothing but where and what: it is for whoever no better link fits. */
function targetOf({ linkType, href, title, type, hreflang, context }: TargetLink): LinksetTarget {
  if (linkType === 'gs1:defaultLink') return { href, title };
  return { href, title, ...(type && { type }), ...(hreflang && { hreflang }), ...(context && { context }) };
}
