import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { useId } from 'react';
import { formatWeekday } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

type Orders = ApiOutputs['packing']['queue']['toPack'];

/** The orders that wait to be packed, by the day on which they are to leave. */
export function OrderQueue({ orders, here }: { orders: Orders; here: string | null }) {
  const locale = useLocale();
  const href = useHref();
  const heading = useId();
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 text-22">
        {m.packing_queue({ count: orders.length })}
      </h2>
      <ol className="max-h-96 overflow-y-auto border-t-2 border-ink">
        {orders.map(({ code, buyerName, units, boxes, leaveOn }) => (
          <li key={code} className="border-b border-line">
            <Link
              to={href(`/office/packing?order=${code}`)}
              aria-current={code === here ? 'page' : undefined}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 py-1 no-underline hover:bg-leaf aria-[current=page]:bg-leaf"
            >
              <span className="font-extrabold text-rind underline underline-offset-4">{code}</span>
              <span className="text-14 text-muted">
                {leaveOn ? m.packing_leaves({ day: formatWeekday(leaveOn, locale) }) : m.packing_leaves_any()}
              </span>
              <span className="w-full text-14">
                {m.packing_queue_row({ buyer: buyerName, units, boxes })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
