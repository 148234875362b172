import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { BigDoor } from './big-door';
import { GivingsThatWait } from './limits/givings-that-wait';
import type { MoneyThatWaits } from './money-that-waits.server';

/** Money that waits for somebody: what is owed back, and movements that nobody knows. */
export function HomeOfAccountant({ name, waits }: { name: string; waits: MoneyThatWaits }) {
  const href = useHref();
  const locale = useLocale();
  const { refunds, moreRefunds, unknownLines, givings } = waits;
  return (
    <>
      <PageHeader title={m.office_home_hello({ name })} lead={m.people_home_accountant()} />
      <GivingsThatWait count={givings} />
      <div className="grid grid-cols-2 gap-3 sm:max-w-2xl">
        <BigDoor
          to="/office/money?show=lines"
          sign="search"
          title={m.people_home_lines({ count: unknownLines })}
          text={m.people_home_lines_text()}
          first={unknownLines > 0}
        />
        <BigDoor
          to="/office/money?show=books"
          sign="book"
          title={m.people_home_books()}
          text={m.people_home_books_text()}
        />
      </div>
      <section className="mt-8 max-w-2xl">
        <h2 className="mb-2 text-22">{m.people_home_refunds()}</h2>
        {refunds.length === 0 ? <Notice tone="good" title={m.people_home_refunds_none()} /> : null}
        <ul className="divide-y divide-line">
          {refunds.map(({ id, orderCode, amount }) => (
            <li key={id}>
              <Link
                to={href(`/office/money/refunds/${id}`)}
                className="flex min-h-11 items-center justify-between gap-4 py-2 hover:bg-leaf"
              >
                <span className="text-rind underline underline-offset-4">{orderCode}</span>
                <strong className="whitespace-nowrap">{formatDong(amount, locale)}</strong>
              </Link>
            </li>
          ))}
        </ul>
        {moreRefunds ? (
          <Link
            to={href('/office/money?show=refunds')}
            className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {m.people_home_refunds_all()}
          </Link>
        ) : null}
      </section>
    </>
  );
}
