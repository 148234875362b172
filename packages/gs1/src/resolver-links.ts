import type { DigitalLinkUri } from './digital-link-uri.ts';
import { percentEncode } from './percent-encoding.ts';
import type { LinkType } from './resolver-link-types.ts';

/** Where one thing about an identified item is to be found. */
export interface TargetLink {
  linkType: LinkType;
  href: string;
  title: string;
  /** Languages of the target, `vi` or `vi-VN`. */
  hreflang?: readonly string[];
  /** Its media type. */
  type?: string;
  /** What it is for beyond that, such as a market: `VN`. */
  context?: readonly string[];
  /**
   * What of the request's query it takes along: all of it when nothing is said. `rest` leaves out what the resolver was
   * asked (`linkType`, `context`), for an address that is itself the resolver's; `nothing` is for a door that refuses
   * what it does not know.
   */
  takes?: 'rest' | 'nothing';
}

/** All links of one level of identity: a product's, a lot's or a box's. */
export interface LinkLevel {
  /** As `levelPaths` writes it: `/01/…/10/…`. */
  path: string;
  /** What it is, in words. */
  description: string;
  links: readonly TargetLink[];
  /** Once known, now gone for good. */
  withdrawn?: boolean;
}

/** What names one single unit needs no lot or variant beside it (GS1-Conformant Resolver Standard 1.2, 2.5.9). */
const unitQualifiers: readonly string[] = ['21', '235'];

/**
 * The paths under which links of an item are kept, the most exact first: the box by its serial number alone, variant
 * and lot, lot, variant, product. A request is answered with what any of them has, and never sent on to another level
 * (GS1-Conformant Resolver Standard 1.2, 2.5.9).
 */
export function levelPaths({
  key,
  qualifiers,
}: Pick<DigitalLinkUri, 'key' | 'qualifiers'>): readonly string[] {
  const units = qualifiers.filter(([ai]) => unitQualifiers.includes(ai));
  const others = qualifiers.filter(([ai]) => !unitQualifiers.includes(ai));
  const alone = others.length > 1 ? [...others].reverse().map((qualifier) => [qualifier]) : [];
  const sets = [units, others, ...alone].filter((set) => set.length > 0);
  return [...sets, []].map((set) =>
    [key, ...set].map(([ai, value]) => `/${ai}/${percentEncode(value)}`).join(''),
  );
}
