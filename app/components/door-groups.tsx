import { NavLink, useLocation } from '@remix-run/react';
import { pathWithoutLocale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type DoorGroup, type OfficeDoor, OPEN_DOORS } from './office-door';
import { Sign } from './sign';

const GROUPS: readonly DoorGroup[] = ['selling', 'orchards', 'books'];

const groupWords = (group: DoorGroup): string =>
  ({
    selling: m.office_nav_selling(),
    orchards: m.office_nav_orchards(),
    books: m.office_nav_books(),
  })[group];

/** The doors that have no room in the open, folded by what they are about; opening one folds the others. */
export function DoorGroups({ doors }: { doors: readonly OfficeDoor[] }) {
  const further = doors.slice(OPEN_DOORS);
  const { pathname } = useLocation();
  const here = pathWithoutLocale(pathname);
  if (further.length === 0) return null;
  return (
    <nav aria-label={m.office_nav_more()} className="flex flex-wrap gap-x-1 max-md:w-full">
      {GROUPS.map((group) => {
        const inside = further.filter((door) => (door.group ?? 'books') === group);
        return inside.length > 0 ? (
          // A new page folds what led to it.
          <Fold key={`${group} ${pathname}`} name={groupWords(group)} doors={inside} here={here} />
        ) : null;
      })}
    </nav>
  );
}

function Fold({ name, doors, here }: { name: string; doors: readonly OfficeDoor[]; here: string }) {
  const href = useHref();
  const isHere = doors.some(({ to }) => here === to || here.startsWith(`${to}/`));
  return (
    <details name="office-doors" className="group relative open:max-md:w-full">
      <summary
        className={`inline-flex min-h-12 cursor-pointer list-none items-center gap-1.5 border-b-4 px-3 font-semibold hover:border-on-rind-dark [&::-webkit-details-marker]:hidden ${isHere ? 'border-flesh' : 'border-transparent'}`}
      >
        {name}
        <span aria-hidden="true" className="transition-transform group-open:rotate-180">
          ▾
        </span>
      </summary>
      <ul className="z-30 min-w-60 rounded-crate bg-rind-dark pb-2 md:absolute md:border-2 md:border-on-rind-dark md:p-2">
        {doors.map((door) => (
          <li key={door.to}>
            <NavLink
              to={href(door.to)}
              className="flex min-h-11 items-center gap-2 rounded-crate px-3 hover:underline aria-[current=page]:font-extrabold aria-[current=page]:underline"
            >
              <Sign name={door.sign} />
              {door.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
