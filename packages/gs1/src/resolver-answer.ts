import { type DigitalLinkUri, type DigitalLinkUriError, readDigitalLinkUri } from './digital-link-uri.ts';
import { percentDecode } from './percent-encoding.ts';
import { chooseLinks, type Wish } from './resolver-choose-links.ts';
import { readLinkType } from './resolver-link-types.ts';
import type { LinkLevel, TargetLink } from './resolver-links.ts';
import { levelPaths } from './resolver-links.ts';
import { type Linkset, linksetOf } from './resolver-linkset.ts';
import { mediaTypeWeight, type Preference, readPreferences } from './resolver-negotiation.ts';
import type { Read } from './value-error.ts';

/** What a request says, as it came. */
export interface ResolverHeaders {
  accept: string | null;
  acceptLanguage: string | null;
}

/** A request to the resolver, read. */
export interface ResolverRequest {
  link: DigitalLinkUri;
  /** Where links for it may be kept, the most exact first. */
  paths: readonly string[];
  /** All links are wanted, not one of them. */
  wantsLinkset: boolean;
  /** The type wanted is none that GS1 knows, so no link can be of it. */
  unknownLinkType: boolean;
  wish: Wish;
  /** The query as it came, to be passed on. */
  query: string;
}

/** What the resolver answers, without the headers that all answers share. */
export type ResolverAnswer =
  | { status: 200; linkset: Linkset }
  | { status: 300; linkset: Linkset }
  | { status: 307; location: string }
  | { status: 404; reason: 'nothing_known' | 'link_type_missing' }
  | { status: 410 };

/** Reads a request for a Digital Link by its address or path; an error is answered with status 400 (2.4.1). */
export function readResolverRequest(
  target: string,
  headers: ResolverHeaders,
): Read<ResolverRequest, DigitalLinkUriError> {
  const read = readDigitalLinkUri(target);
  if (!read.ok) return read;
  const link = read.value;
  const accept = readPreferences(headers.accept);
  const { linkType, context } = link;
  const all = linkType === 'linkset' || linkType === 'all';
  const wanted = linkType === null || all ? null : readLinkType(linkType);
  return {
    ok: true,
    value: {
      link,
      paths: levelPaths(link),
      wantsLinkset: all || prefersLinkset(accept, linkType !== null),
      unknownLinkType: linkType !== null && !all && wanted === null,
      wish: { linkType: wanted, accept, acceptLanguage: readPreferences(headers.acceptLanguage), context },
      query: /\?([^#]*)/.exec(target)?.[1] ?? '',
    },
  };
}

/**
 * Answers a request from the levels that have links, the most exact first: with the linkset where it is asked for, a
 * redirection (307) to the one link that fits, or a choice (300) of several. A type that no level has is not found
 * (404), as is an item of which nothing is known; a withdrawn one is gone (410). GS1-Conformant Resolver Standard 1.2,
 * 2.4 to 2.12. `root` is the resolver's own address without a slash at its end.
 */
export function answerResolverRequest(
  request: ResolverRequest,
  levels: readonly LinkLevel[],
  root: string,
): ResolverAnswer {
  if (levels[0]?.withdrawn) return { status: 410 };
  if (levels.every(({ links }) => links.length === 0)) return { status: 404, reason: 'nothing_known' };
  if (request.wantsLinkset) return { status: 200, linkset: linksetOf(levels, root) };
  const chosen = request.unknownLinkType ? [] : chooseLinks(levels, request.wish);
  const [first] = chosen;
  if (!first) return { status: 404, reason: 'link_type_missing' };
  if (chosen.length === 1) return { status: 307, location: withQuery(first, request.query) };
  const level = levels.filter(({ links }) => links.includes(first)).map((own) => ({ ...own, links: chosen }));
  return { status: 300, linkset: linksetOf(level, root) };
}

/** Plain JSON means the linkset too (2.10), but where one type is asked for it may mean that link's target. */
function prefersLinkset(accept: readonly Preference[], typeGiven: boolean): boolean {
  const named = accept.filter(
    ({ choice }) => choice === 'application/linkset+json' || (!typeGiven && choice === 'application/json'),
  );
  const most = Math.max(0, ...named.map(({ weight }) => weight));
  const page = accept.some(({ choice }) => choice === 'text/html') ? mediaTypeWeight(accept, 'text/html') : 0;
  return most > 0 && most >= page;
}

/** The whole query goes along (2.12), unless the link says otherwise. */
function withQuery({ href, takes }: TargetLink, whole: string): string {
  const query = takes === 'nothing' ? '' : takes === 'rest' ? withoutQuestions(whole) : whole;
  if (query === '') return href;
  const [address = '', fragment] = href.split(/#(.*)/s);
  const passed = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return fragment === undefined ? passed : `${passed}#${fragment}`;
}

function withoutQuestions(query: string): string {
  const asked = (part: string) => {
    const name = percentDecode(part.split('=', 1)[0] ?? '');
    return name === 'linkType' || name === 'context';
  };
  return query
    .split('&')
    .filter((part) => part !== '' && !asked(part))
    .join('&');
}
