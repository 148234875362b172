import { Link } from '@remix-run/react';
import type { Payment } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type View, views, viewWords } from './views';

type ViewsProps = { view: View; counts: Record<Payment['standing'], number>; unknownLines: number };

/** The ways to look at money, each an address of its own. */
export function Views({ view, counts, unknownLines }: ViewsProps) {
  const href = useHref();
  const { refund_due, over, short, sent_unpaid } = counts;
  const count: Partial<Record<View, number>> = {
    differences: refund_due + over + short + sent_unpaid,
    lines: unknownLines,
    refunds: refund_due,
  };
  return (
    <nav aria-label={m.money_views()} className="mt-4 mb-6">
      <ul className="flex flex-wrap gap-2">
        {views.map((each) => (
          <li key={each}>
            <Link
              to={href(`/office/money?show=${each}`)}
              aria-current={each === view ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-full border-2 border-edge px-4 font-semibold no-underline hover:bg-leaf aria-[current=page]:border-rind aria-[current=page]:bg-rind aria-[current=page]:text-on-rind"
            >
              {viewWords(each, count[each] ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Leads to the next page of a view, if there is one. */
export function More({ view, next, more = '' }: { view: View; next: string | null; more?: string }) {
  const href = useHref();
  if (next === null) return null;
  return (
    <p className="mt-4">
      <Link
        to={href(`/office/money?show=${view}&after=${next}${more}`)}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {m.money_older()}
      </Link>
    </p>
  );
}
