import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** That somebody asked to give away more than they may alone, for whoever may be the second. */
export function GivingsThatWait({ count }: { count: number }) {
  const href = useHref();
  if (count === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="plain">
        <Link
          to={href('/office/limits')}
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {m.limits_home({ count })}
        </Link>
      </Notice>
    </div>
  );
}
