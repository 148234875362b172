import type { LoaderFunctionArgs } from '@remix-run/node';

const PRIVATE_PAGES = ['/office', '/cart', '/checkout', '/orders', '/my-data', '/api'];

/** Where search engines have nothing to look for (RFC 9309), and where the sitemap is. The demo is for no engine. */
export function loader({ context }: LoaderFunctionArgs) {
  const lines = context.demo
    ? ['User-agent: *', 'Allow: /link-pictures/', 'Allow: /drawings/', 'Disallow: /']
    : [
        'User-agent: *',
        ...['', '/en', '/zh'].flatMap((at) => PRIVATE_PAGES.map((path) => `Disallow: ${at}${path}`)),
      ];
  const body = `${lines.join('\n')}\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`;
  return new Response(body, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
