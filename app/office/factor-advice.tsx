import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** Recommends a second factor to who sees to money and has none. */
export function FactorAdvice({ hasFactor }: { hasFactor: boolean }) {
  const href = useHref();
  if (hasFactor) return null;
  return (
    <p className="factor-advice my-4 border-l-8 border-flesh bg-flesh-soft p-3 text-16">
      <Link
        to={href('/office/me#factor')}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {m.people_factor_advice()}
      </Link>{' '}
      {m.people_factor_advice_text()}
    </p>
  );
}
