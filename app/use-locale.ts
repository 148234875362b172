import { hrefIn, type Locale } from './locale';
import { getLocale } from './paraglide/runtime.js';

/** The language of the page being drawn: its messages', which a page keeps until the next one is loaded. */
export function useLocale(): Locale {
  return getLocale();
}

/** Gives `href('/cart')` in the language of the page being drawn. */
export function useHref(): (path: string) => string {
  const locale = useLocale();
  return (path) => hrefIn(locale, path);
}
