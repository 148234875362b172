import { useLocation } from '@remix-run/react';
import { hrefIn, LANGUAGE_TAGS, LOCALES, type Locale, pathWithoutLocale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

const NAMES: Record<Locale, { short: string; own: string }> = {
  vi: { short: 'VI', own: 'Tiếng Việt' },
  en: { short: 'EN', own: 'English' },
  zh: { short: '中文', own: '中文' },
};

/**
 * The same page in the other languages, each named in its own; loads anew, so that every message changes at once.
 * Folded away behind the language that is spoken, and opened without script.
 */
export function LanguageSwitch() {
  const here = useLocale();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={m.common_nav_languages()} className="relative">
      <details className="group">
        <summary className="inline-flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-center gap-1 rounded-crate px-1 font-semibold whitespace-nowrap underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
          <span className="sr-only">{m.common_nav_languages()}: </span>
          {NAMES[here].short}
          <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 group-open:rotate-180">
            <path
              d="M2 4.500c1 1.500 2.300 2.700 4 3.500 1.700-.8 3-2 4-3.500"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
        </summary>
        <ul className="absolute right-0 z-30 mt-1 min-w-40 rounded-crate border-2 border-edge bg-card py-1">
          {LOCALES.map((locale) => (
            <li key={locale}>
              <a
                href={`${hrefIn(locale, pathWithoutLocale(pathname))}${search}`}
                hrefLang={LANGUAGE_TAGS[locale]}
                lang={LANGUAGE_TAGS[locale]}
                aria-current={locale === here ? 'true' : undefined}
                className="flex min-h-11 items-center px-4 whitespace-nowrap underline-offset-4 hover:underline aria-[current=true]:bg-leaf aria-[current=true]:font-semibold"
              >
                {NAMES[locale].own}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** The languages of an address that every language shares, side by side: what is chosen here is remembered. */
export function SpokenLanguages({ path }: { path: string }) {
  const here = useLocale();
  return (
    <nav aria-label={m.common_nav_languages()}>
      {LOCALES.filter((locale) => locale !== here).map((locale) => (
        <a
          key={locale}
          href={`${path}?lang=${locale}`}
          hrefLang={LANGUAGE_TAGS[locale]}
          lang={LANGUAGE_TAGS[locale]}
          aria-label={NAMES[locale].own}
        >
          {NAMES[locale].short}
        </a>
      ))}
    </nav>
  );
}
