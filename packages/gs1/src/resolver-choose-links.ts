import type { LinkType } from './resolver-link-types.ts';
import type { LinkLevel, TargetLink } from './resolver-links.ts';
import { languageWeight, mediaTypeWeight, type Preference } from './resolver-negotiation.ts';

/** What a request says about the link it wants. */
export interface Wish {
  linkType: LinkType | null;
  accept: readonly Preference[];
  acceptLanguage: readonly Preference[];
  context: string | null;
}

/** A link's weight in one respect: 0 refused, null when it says nothing of it. */
type Weighing = (link: TargetLink) => number | null;

/**
 * The links that answer a wish, of the most exact level that has any of that type: one to be led to, several to choose
 * from, or none. Without a type, the default link, unless a `gs1:defaultLinkMulti` alone fits the request better. Media
 * type, then language, then context decide between links of one type; where none fits, a link that says nothing of it
 * will do, and at last any; a tie falls to the link that is also the default of its level. GS1-Conformant Resolver Standard 1.2, 2.6.
 */
export function chooseLinks(levels: readonly LinkLevel[], wish: Wish): readonly TargetLink[] {
  return wish.linkType === null ? defaultLinks(levels, wish) : linksOfType(levels, wish.linkType, wish);
}

function defaultLinks(levels: readonly LinkLevel[], wish: Wish): readonly TargetLink[] {
  const level = levels.find(({ links }) => links.some(({ linkType }) => linkType === 'gs1:defaultLink'));
  if (!level) return [];
  const variants = level.links.filter(({ linkType }) => linkType === 'gs1:defaultLinkMulti');
  const fitting = variants.filter((link) => weighings(wish).every((weigh) => weigh(link) !== 0));
  const decided = fitting.filter((link) => weighings(wish).some((weigh) => (weigh(link) ?? 0) > 0));
  const best = narrowed(decided, wish);
  return best.length === 1 ? best : level.links.filter(({ linkType }) => linkType === 'gs1:defaultLink');
}

function linksOfType(levels: readonly LinkLevel[], wanted: LinkType, wish: Wish): readonly TargetLink[] {
  const level = levels.find(({ links }) => links.some(({ linkType }) => linkType === wanted));
  const best = narrowed(level?.links.filter(({ linkType }) => linkType === wanted) ?? [], wish);
  const usual = defaultLinks(level ? [level] : [], { ...wish, linkType: null })[0]?.href;
  const alsoDefault = best.filter(({ href }) => href === usual);
  return alsoDefault.length === 1 ? alsoDefault : best;
}

function narrowed(links: readonly TargetLink[], wish: Wish): readonly TargetLink[] {
  return weighings(wish).reduce(heaviest, links);
}

function heaviest(links: readonly TargetLink[], weigh: Weighing): readonly TargetLink[] {
  const weights = links.map(weigh);
  const most = Math.max(0, ...weights.map((weight) => weight ?? 0));
  if (most > 0) return links.filter((_, place) => weights[place] === most);
  const silent = links.filter((_, place) => weights[place] === null);
  return silent.length > 0 ? silent : links;
}

/** The three respects in the order in which they decide; a header that asks for anything asks for nothing. */
function weighings({ accept, acceptLanguage, context }: Wish): readonly Weighing[] {
  const anyType = accept.every(({ choice }) => choice === '*/*');
  const anyLanguage = acceptLanguage.every(({ choice }) => choice === '*');
  return [
    ({ type }) => (anyType || type === undefined ? null : mediaTypeWeight(accept, type)),
    ({ hreflang }) =>
      anyLanguage || hreflang === undefined
        ? null
        : Math.max(0, ...hreflang.map((tag) => languageWeight(acceptLanguage, tag))),
    (link) =>
      context === null || link.context === undefined ? null : Number(link.context.includes(context)),
  ];
}
