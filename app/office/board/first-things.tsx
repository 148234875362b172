import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type AskedBoard, boardPath, TO_DO } from './asked-board';
import { countWords, toDoWords } from './board-words';

type Counts = ApiOutputs['officeOrders']['boardCounts']['toDo'];

/** What needs doing first: each kind with its number, one tap from its orders. */
export function FirstThings({ counts, asked }: { counts: Counts; asked: AskedBoard }) {
  const href = useHref();
  const waiting = TO_DO.filter((todo) => counts[todo] > 0);
  if (waiting.length === 0) return <Notice tone="good" title={m.board_todo_none()} />;
  return (
    <section aria-labelledby="first-things" className="mb-6">
      <h2 id="first-things" className="mb-2 text-18 font-extrabold">
        {m.board_todo_title()}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {waiting.map((todo) => (
          <li key={todo}>
            <Link
              to={href(boardPath(asked, { todo: asked.todo === todo ? '' : todo, state: '' }))}
              aria-current={asked.todo === todo ? 'true' : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-full border-2 bg-card px-4 font-semibold no-underline hover:border-rind aria-[current=true]:border-rind aria-[current=true]:bg-rind aria-[current=true]:text-on-rind ${todo === 'late' ? 'border-soil text-soil' : 'border-edge'}`}
            >
              <span className="font-extrabold">{countWords(counts[todo])}</span>
              {toDoWords(todo)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
