import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { TermsPage as Page } from './read-terms.server';
import { TERMS_SLUGS, termsTitle } from './terms-title';
import { WordsOfTerms } from './words-of-terms';

const LINK = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';

function Versions({ page }: { page: Page }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <section aria-labelledby="versions" className="mt-10">
      <h2 id="versions" className="text-18">
        {m.law_versions()}
      </h2>
      <ul>
        {page.versions.map(({ number, holdsFrom }) => (
          <li key={number}>
            <Link
              to={href(`/terms/${page.slug}/${number}`)}
              aria-current={number === page.number ? 'page' : undefined}
              className={LINK}
            >
              {m.law_version({ number, day: formatDay(holdsFrom, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links to every page that the shop publishes. */
export function TermsLinks({ className = LINK }: { className?: string }) {
  const href = useHref();
  return TERMS_SLUGS.map((slug) => (
    <li key={slug}>
      <Link to={href(`/terms/${slug}`)} className={className}>
        {termsTitle(slug)}
      </Link>
    </li>
  ));
}

/** One version of a page of the shop's terms, with the way to every other. */
export function TermsPage({ page }: { page: Page }) {
  const href = useHref();
  const locale = useLocale();
  const { slug, number, standing } = page;
  return (
    <div className="grid gap-10 lg:grid-cols-[3fr_1fr]">
      <article>
        <PageHeader
          title={termsTitle(slug)}
          lead={m.law_version({ number, day: formatDay(page.holdsFrom, locale) })}
        />
        {standing === 'holds' ? null : (
          <div className="mb-6">
            <Notice tone="care" title={standing === 'past' ? m.law_old() : m.law_coming()}>
              <Link to={href(`/terms/${slug}`)} className="inline-flex min-h-11 items-center underline">
                {m.law_current()}
              </Link>
            </Notice>
          </div>
        )}
        {page.untranslated ? (
          <div className="mb-6">
            <Notice tone="plain">{m.law_untranslated()}</Notice>
          </div>
        ) : null}
        <WordsOfTerms html={page.html} lang={page.untranslated ? 'vi' : undefined} />
        <p className="mt-8 text-14 text-muted">{m.law_written({ day: formatDay(page.writtenAt, locale) })}</p>
        <Versions page={page} />
      </article>
      <nav aria-label={m.law_title()}>
        <ul>
          <TermsLinks />
        </ul>
      </nav>
    </div>
  );
}
