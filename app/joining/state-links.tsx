import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

type StateLinksProps = {
  /** The list's address, without language. */
  to: string;
  now: string;
  states: readonly { state: string; words: string }[];
};

/** The states of a list as links, the one that is shown marked. */
export function StateLinks({ to, now, states }: StateLinksProps) {
  const href = useHref();
  return (
    <nav aria-label={m.joining_office_states()} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {states.map(({ state, words }) => (
          <li key={state}>
            <Link
              to={href(state === '' ? to : `${to}?state=${state}`)}
              aria-current={state === now ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-crate border-2 border-edge px-3 aria-[current=page]:border-rind aria-[current=page]:bg-leaf aria-[current=page]:font-semibold"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
