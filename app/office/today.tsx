import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { Sign } from '~/components/sign';
import { useOrderColumns } from '~/office/order-columns';
import { ORDER_STATES, orderStateLook, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

type Orders = ApiOutputs['officeOrders'];
type TodayProps = Orders['toDo'] & { counts: Orders['counts'] };

/** Today's board: how many orders stand where, and the ones to pack first. */
export function Today({ counts, toPack, awaitingTransfer }: TodayProps) {
  const columns = useOrderColumns();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.office_home_board()} />
      <Counts counts={counts} />
      <section className="mt-10">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <div>
            <h2 className="text-22">{m.office_home_first()}</h2>
            {toPack.length > 0 ? <p className="text-muted">{m.office_home_first_waiting()}</p> : null}
          </div>
          {awaitingTransfer > 0 ? (
            <LinkButton kind="quiet" to={href('/office/orders?state=placed')}>
              <Sign name="clock" />
              {m.office_home_transfers({ count: awaitingTransfer })}
            </LinkButton>
          ) : null}
        </div>
        {toPack.length > 0 ? (
          <DataTable
            caption={m.office_home_first()}
            columns={columns}
            rows={toPack}
            rowKey={(row) => row.id}
          />
        ) : (
          <Notice tone="good" title={m.office_home_first_done()} />
        )}
      </section>
    </>
  );
}

function Counts({ counts }: { counts: Orders['counts'] }) {
  const href = useHref();
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-2 border-y-2 border-ink py-4 sm:grid-cols-3 lg:grid-cols-6">
      {ORDER_STATES.map((state) => (
        <li key={state}>
          <Link
            to={href(`/office/orders?state=${state}`)}
            className="group block min-h-11 rounded-crate p-2 hover:bg-leaf"
          >
            <span className="block text-36 font-extrabold">{counts[state]}</span>
            <span className="flex items-center gap-1.5 font-semibold underline-offset-4 group-hover:underline">
              <Sign name={orderStateLook(state).sign} size={18} />
              {orderStateWords(state)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
