/**
 * The link types of the GS1 Web Vocabulary, https://ref.gs1.org/voc/: what a resolver can be asked for about an
 * identified thing. Compared in November 2026 with those that GS1's Resolver Community Edition describes itself by.
 */
export const LINK_TYPES = [
  'activityIdeas',
  'allergenInfo',
  'brandHomepageClinical',
  'brandHomepagePatient',
  'careersInfo',
  'certificationInfo',
  'consumerHandlingStorageInfo',
  'defaultLink',
  'defaultLinkMulti',
  'disassemblyInfo',
  'eifu',
  'epcis',
  'epil',
  'eventsInfo',
  'faqs',
  'handledBy',
  'handlingEndOfLife',
  'hasRetailers',
  'homepage',
  'ingredientsInfo',
  'instructions',
  'jws',
  'leaveReview',
  'locationInfo',
  'logisticsInfo',
  'masterData',
  'menuInfo',
  'nutritionalInfo',
  'openingHoursInfo',
  'paymentLink',
  'pip',
  'productPassport',
  'promotion',
  'purchaseSuppliesOrAccessories',
  'quickStartGuide',
  'recallStatus',
  'recipeInfo',
  'recyclingInfo',
  'registerProduct',
  'registryEntry',
  'relatedVideo',
  'repairInfo',
  'reuseInfo',
  'review',
  'safetyInfo',
  'scheduleTime',
  'serviceInfo',
  'smartLabel',
  'smpc',
  'socialMedia',
  'sorting',
  'statisticInfo',
  'support',
  'sustainabilityInfo',
  'traceability',
  'tutorial',
  'userAgreement',
  'verificationService',
  'whatsInTheBox',
] as const;

/** A link type as it is written in a request: `gs1:pip`. */
export type LinkType = `gs1:${(typeof LINK_TYPES)[number]}`;

const names: ReadonlySet<string> = /* @__PURE__ */ new Set(LINK_TYPES);

/** The namespace has had three spellings; all name the same terms. */
const spellings = /^(?:gs1:|https?:\/\/(?:ref\.|www\.)?gs1\.org\/voc\/)/;

/** The link type that a request or a linkset names, as `gs1:pip` or by its whole address; null for any other. */
export function readLinkType(text: string): LinkType | null {
  const name = text.replace(spellings, '');
  return name !== text && names.has(name) ? (`gs1:${name}` as LinkType) : null;
}

/** The address that names a link type in a linkset. */
export function linkTypeUri(linkType: LinkType): string {
  return `https://ref.gs1.org/voc/${linkType.slice('gs1:'.length)}`;
}
