import type { ReactNode } from 'react';

/** The top of a page: its one h1, a line below, and what can be done at the right. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-28 sm:text-36">{title}</h1>
        {lead ? <p className="mt-1 text-18 text-muted">{lead}</p> : null}
      </div>
      {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
    </header>
  );
}
