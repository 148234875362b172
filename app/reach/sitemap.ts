import { BASE_LOCALE, hrefIn, LANGUAGE_TAGS, LOCALES } from '~/locale';
import { escapeXml } from './xml';

/** The sitemap: every page in every language, each naming all others (sitemaps.org 0.9, with hreflang). */
export function sitemap(publicUrl: string, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => {
    const links = [...LOCALES, 'x-default' as const].map((locale) => {
      const href = publicUrl + hrefIn(locale === 'x-default' ? BASE_LOCALE : locale, path);
      const tag = locale === 'x-default' ? locale : LANGUAGE_TAGS[locale];
      return `<xhtml:link rel="alternate" hreflang="${tag}" href="${escapeXml(href)}"/>`;
    });
    return LOCALES.map(
      (locale) => `<url><loc>${escapeXml(publicUrl + hrefIn(locale, path))}</loc>${links.join('')}</url>`,
    );
  });
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>`;
}
