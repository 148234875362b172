import { LINKSET_CONTEXT } from './resolver-headers.ts';

/** Who keeps a resolver, in the words of vCard. */
export interface ResolverContact {
  fn: string;
  hasAddress?: { streetAddress?: string; locality?: string; 'country-name'?: string; 'postal-code'?: string };
  hasTelephone?: string;
}

/** What differs from one resolver to the next. */
export interface ResolverFacts {
  name: string;
  /** Its own address without a slash at its end. */
  resolverRoot: string;
  /** Primary keys by their Application Identifiers. */
  supportedPrimaryKeys: readonly string[];
  /** Values that `context` may have in a request. */
  supportedContextValuesEnumerated?: readonly string[];
  contact?: ResolverContact;
  termsOfUse?: string;
}

/** The resolver description file at `/.well-known/gs1resolver` (GS1-Conformant Resolver Standard 1.2, 3). */
export interface ResolverDescription extends ResolverFacts {
  supportedLinkType: readonly { namespace: string; prefix: string }[];
  linkTypeDefaultCanBeLinkset: boolean;
  jsonLdContextLocation: string;
}

/** Describes this resolver: link types of GS1 alone, and always a link by default. */
export function resolverDescription(facts: ResolverFacts): ResolverDescription {
  return {
    ...facts,
    supportedLinkType: [{ namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    jsonLdContextLocation: LINKSET_CONTEXT,
  };
}
