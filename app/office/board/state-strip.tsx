import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import { ORDER_STATES, orderStateLook, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type AskedBoard, boardPath } from './asked-board';
import { countWords } from './board-words';

type Counts = ApiOutputs['officeOrders']['boardCounts']['states'];

/** The states that orders go through, one after the other, each with how many stand in it. */
export function StateStrip({ counts, asked }: { counts: Counts; asked: AskedBoard }) {
  const href = useHref();
  return (
    <nav aria-label={m.office_orders_tabs()} className="mb-6">
      <ol className="grid grid-cols-3 gap-2 sm:flex sm:flex-wrap">
        {ORDER_STATES.map((state) => (
          <li key={state} className="flex grow items-stretch">
            <Link
              to={href(boardPath(asked, { state: asked.state === state ? '' : state, todo: '' }))}
              aria-current={asked.state === state ? 'true' : undefined}
              className="flex min-h-11 grow flex-col rounded-crate border-2 border-line bg-card px-3 py-2 no-underline hover:border-rind aria-[current=true]:border-rind aria-[current=true]:bg-leaf"
            >
              <span className="text-22 font-extrabold">{countWords(counts[state])}</span>
              <span className="flex items-center gap-1.5 text-14 font-semibold">
                <Sign name={orderStateLook(state).sign} size={16} />
                {orderStateWords(state)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
