import { useParams } from '@remix-run/react';
import { BASE_LOCALE, hrefIn, type Locale, localeOfPath } from './locale';

/** The language of the page being drawn; the base language on a page whose language is unknown. */
export function useLocale(): Locale {
  const { lang } = useParams();
  return lang === undefined ? BASE_LOCALE : localeOfPath(`/${lang}`);
}

/** Gives `href('/cart')` in the language of the page being drawn. */
export function useHref(): (path: string) => string {
  const locale = useLocale();
  return (path) => hrefIn(locale, path);
}
