import { Link, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SignOutForm } from '~/offline/sign-out-form';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { DemoRibbon } from './demo-ribbon';
import { DoorGroups } from './door-groups';
import { type OfficeDoor, OPEN_DOORS } from './office-door';
import { Sign } from './sign';

type OfficeLayoutProps = {
  /** What this person's role opens; the first five stand in the open, the others behind their group. `to` without language. */
  doors: readonly OfficeDoor[];
  personName: string;
  demo: boolean;
  /** Whether this person's roles write nothing: then no form that writes is shown. */
  readsOnly: boolean;
  children: ReactNode;
};

function BottomBar({ doors }: { doors: readonly OfficeDoor[] }) {
  const href = useHref();
  return (
    <nav
      aria-label={m.office_nav()}
      className="on-dark fixed inset-x-0 bottom-0 z-20 flex bg-rind-dark pb-[env(safe-area-inset-bottom)] text-on-rind-dark md:hidden print:hidden"
    >
      {doors.slice(0, OPEN_DOORS).map((door) => (
        <NavLink
          key={door.to}
          to={href(door.to)}
          end={door.to === '/office'}
          className="flex min-h-16 flex-1 flex-col items-center justify-center gap-0.5 border-t-4 border-transparent text-14 aria-[current=page]:border-flesh aria-[current=page]:font-semibold"
        >
          <Sign name={door.sign} size={24} />
          {door.label}
        </NavLink>
      ))}
    </nav>
  );
}

function TopNav({ doors }: { doors: readonly OfficeDoor[] }) {
  const href = useHref();
  return (
    <nav aria-label={m.office_nav()} className="flex flex-wrap gap-x-1 max-md:hidden">
      {doors.slice(0, OPEN_DOORS).map((door) => (
        <NavLink
          key={door.to}
          to={href(door.to)}
          end={door.to === '/office'}
          className="inline-flex min-h-12 items-center gap-2 border-b-4 border-transparent px-3 font-semibold hover:border-on-rind-dark aria-[current=page]:border-flesh"
        >
          <Sign name={door.sign} />
          {door.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** Says that this person looks at everything and changes nothing. */
function ReadOnlyRibbon() {
  return (
    <p className="max-w-none bg-leaf px-4 py-1.5 text-center text-14 font-semibold text-rind print:hidden">
      {m.people_read_only()}
    </p>
  );
}

/** The cooperative's own side: dark green head, doors by role, a bar at the thumb on a phone. */
export function OfficeLayout({ doors, personName, demo, readsOnly, children }: OfficeLayoutProps) {
  const href = useHref();
  return (
    <div className="flex min-h-dvh flex-col max-md:pb-20">
      {demo ? <DemoRibbon /> : null}
      {readsOnly ? <ReadOnlyRibbon /> : null}
      <header className="on-dark bg-rind-dark text-on-rind-dark print:hidden">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 pt-2 max-md:pb-2">
          <Link to={href('/office')} className="inline-flex min-h-11 items-center text-18 font-extrabold">
            {m.common_coop_short()} · {m.office_name()}
          </Link>
          <div className="ml-auto flex items-center gap-4">
            <Link
              to={href('/')}
              className="inline-flex min-h-11 items-center underline underline-offset-4 max-md:hidden"
            >
              {m.office_to_shop()}
            </Link>
            <Link
              to={href('/office/me')}
              aria-label={m.people_me()}
              className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5"
            >
              <Sign name="person" />
              <span className="max-sm:hidden">{personName}</span>
            </Link>
            <SignOutForm />
          </div>
          <div className="flex w-full flex-wrap gap-x-1">
            <TopNav doors={doors} />
            <DoorGroups doors={doors} />
          </div>
        </div>
      </header>
      <main id="main" className={`mx-auto w-full max-w-7xl grow px-4 py-6 ${readsOnly ? 'reads-only' : ''}`}>
        {children}
      </main>
      <BottomBar doors={doors} />
    </div>
  );
}
