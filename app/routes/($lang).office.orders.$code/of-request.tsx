import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Order } from './form-state';

/** The way back to the request that an order came of. */
export function OfRequest({ order: { bulkCode } }: { order: Order }) {
  const href = useHref();
  if (bulkCode === null) return null;
  return (
    <p>
      <Link
        to={href(`/office/bulk/${bulkCode}`)}
        className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
      >
        {m.bulk_of_order({ code: bulkCode })}
      </Link>
    </p>
  );
}
