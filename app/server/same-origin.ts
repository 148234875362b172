import type { IncomingHttpHeaders } from 'node:http';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

type Asked = { method: string; path: string; headers: IncomingHttpHeaders };

/**
 * Whether a request that writes comes from a page of this site. Browsers always say where a write comes from
 * (Sec-Fetch-Site, else Origin); what says neither is no browser and carries nobody's cookies. /webhooks/* is for
 * other servers, which sign what they send.
 */
export function isOfThisSite({ method, path, headers }: Asked, siteOrigin: string): boolean {
  if (READS.has(method) || path.startsWith('/webhooks/')) return true;
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === siteOrigin || (URL.canParse(origin) && new URL(origin).host === headers.host);
}
