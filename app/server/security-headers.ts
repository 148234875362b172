import { createHash } from 'node:crypto';

/** What may be told of the page's place that its headers depend on. */
export type Site = {
  https: boolean;
  dev: boolean;
  /** Where the card company's pages are, which forms of ours lead to. */
  cardPages?: string;
};

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The policy of a page; `scripts` are sources besides the site's own files, such as `'nonce-…'`. */
export function contentSecurityPolicy(scripts: readonly string[], { https, dev, cardPages }: Site): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self'${cardPages ? ` ${cardPages}` : ''}`,
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** The same for a page that is kept and shown to many: its inline scripts are named by their SHA-256. */
export function policyOfKeptPage(html: string, site: Site): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  );
  return contentSecurityPolicy([...new Set(hashes)], site);
}

/** Headers that every answer carries, whatever it is. */
export function headersOfEveryAnswer({ https }: Site): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
