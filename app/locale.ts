import type { Params } from '@remix-run/react';

/** The languages of the site; the first stands at `/`, the others under `/{locale}`. */
export const LOCALES = ['vi', 'en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];
export const BASE_LOCALE: Locale = 'vi';

/** What a language is called in `lang` and `hreflang` (BCP 47): Chinese is written in simplified characters. */
export const LANGUAGE_TAGS: Record<Locale, string> = { vi: 'vi', en: 'en', zh: 'zh-Hans' };

/** Whether a text, such as an address's first part, names a language of the site. */
export const isLocale = (text: string | undefined): text is Locale =>
  LOCALES.some((locale) => locale === text);

/**
 * The language that a route's optional `($lang)` segment asks for.
 * Throws a 404 Response for an unknown one, and for `/vi`, whose pages stand at `/`.
 */
export function localeOf(params: Params): Locale {
  if (params.lang === undefined) return BASE_LOCALE;
  if (isLocale(params.lang) && params.lang !== BASE_LOCALE) return params.lang;
  throw new Response(null, { status: 404 });
}

/** The language that a path such as `/en/cart` begins with; the base language when none. */
export function localeOfPath(pathname: string): Locale {
  const first = pathname.split('/', 2)[1];
  return isLocale(first) ? first : BASE_LOCALE;
}

/** `hrefIn('en', '/cart')` → `/en/cart`; `hrefIn('vi', '/cart')` → `/cart`. The path carries no language. */
export function hrefIn(locale: Locale, path: string): string {
  if (locale === BASE_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The path without its language: `/en/cart` → `/cart`. */
export function pathWithoutLocale(pathname: string): string {
  const locale = localeOfPath(pathname);
  if (locale === BASE_LOCALE) return pathname;
  return pathname.slice(locale.length + 1) || '/';
}
