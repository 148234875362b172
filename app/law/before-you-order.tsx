import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { TERMS_SLUGS, termsTitle } from './terms-title';

const LINK = 'text-rind underline underline-offset-4';

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="py-1.5">
      <dt className="text-14 text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a buyer must know before the contract and the rest of the page does not say (Law 19/2023/QH15, art. 37). */
export function BeforeYouOrder() {
  const href = useHref();
  return (
    <details className="mt-4 rounded-crate border-2 border-edge px-4">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
        {m.law_before_title()}
      </summary>
      <dl className="pb-3">
        <Line term={m.law_before_seller()}>
          {m.common_coop_name()}. {m.common_coop_address()}.
        </Line>
        <Line term={m.law_before_registration()}>
          <Link to={href('/terms/identity')} className={LINK}>
            {m.law_before_registration_text()}
          </Link>
        </Line>
        <Line term={m.law_before_quality()}>{m.law_before_quality_text()}</Line>
        <Line term={m.law_before_price()}>{m.law_before_price_text()}</Line>
        <Line term={m.law_before_offer()}>{m.law_before_offer_text()}</Line>
      </dl>
    </details>
  );
}

/** Under which terms the order is placed, each a link to the version that holds. */
export function TermsSentence({ inForce }: { inForce: readonly { slug: string; number: number }[] }) {
  const href = useHref();
  const known = TERMS_SLUGS.flatMap((slug) => inForce.find((version) => version.slug === slug) ?? []);
  return (
    <div className="mt-4 text-14">
      <p>{m.law_checkout_terms()}</p>
      <ul className="flex flex-wrap gap-x-4">
        {known.map(({ slug, number }) => (
          <li key={slug}>
            <Link
              to={href(`/terms/${slug}/${number}`)}
              className={`inline-flex min-h-11 items-center ${LINK}`}
            >
              {termsTitle(slug)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
