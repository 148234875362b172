import { useLocation } from '@remix-run/react';
import { hrefIn, LOCALES, type Locale, pathWithoutLocale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

const NAMES: Record<Locale, { short: string; own: string }> = {
  vi: { short: 'VI', own: 'Tiếng Việt' },
  en: { short: 'EN', own: 'English' },
};

/** The same page in the other languages, each named in its own; loads anew, so that every message changes at once. */
export function LanguageSwitch() {
  const here = useLocale();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={m.common_nav_languages()} className="flex">
      {LOCALES.filter((locale) => locale !== here).map((locale) => (
        <a
          key={locale}
          href={`${hrefIn(locale, pathWithoutLocale(pathname))}${search}`}
          hrefLang={locale}
          lang={locale}
          aria-label={NAMES[locale].own}
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-crate font-semibold underline-offset-4 hover:underline"
        >
          {NAMES[locale].short}
        </a>
      ))}
    </nav>
  );
}
