/** The media type of a linkset (RFC 9264, 4.2). */
export const LINKSET_MEDIA_TYPE = 'application/linkset+json';

/** What makes a linkset JSON-LD. */
export const LINKSET_CONTEXT = 'https://ref.gs1.org/standards/resolver/linkset-context';

/** Headers of every answer: any page may ask (CORS), and the answer depends on what was asked for. */
export const RESOLVER_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Accept-Language',
  'Access-Control-Expose-Headers': 'Link, Location',
  Vary: 'Accept, Accept-Language',
} as const;

/** The `Link` header that leads from any answer about an item to its linkset; `anchor` has no query. */
export function linkToLinkset(anchor: string): string {
  return `<${anchor}?linkType=linkset>; rel="linkset"; type="${LINKSET_MEDIA_TYPE}"`;
}

/** The `Link` header that a linkset is served with (JSON-LD 1.1, 6.1). */
export function linkToContext(): string {
  return `<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`;
}
