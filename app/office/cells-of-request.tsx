import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';

/** The cell that names what somebody sent in: its code, which leads to its page, and who sent it. */
export function CodeAndWho({ to, code, who }: { to: string; code: string; who: string }) {
  return (
    <>
      <Link to={to} className="inline-flex min-h-11 items-center text-rind underline underline-offset-4">
        {code}
      </Link>
      <span className="block font-normal">{who}</span>
    </>
  );
}

/** How it stands, and that it is a demo where it is one. */
export function StandingCell({ children, demo }: { children: ReactNode; demo: string | null }) {
  return (
    <span className="flex flex-wrap gap-2">
      {children}
      {demo === null ? null : <Badge tone="plain">{demo}</Badge>}
    </span>
  );
}
