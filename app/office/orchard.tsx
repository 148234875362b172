import type { ReactNode } from 'react';

const SUN =
  '[--color-muted:var(--color-ink)] [--color-edge:var(--color-ink)] ' +
  '[&_.text-14]:text-16 [&_.text-16]:text-18 [&_input:not([type=radio])]:min-h-14';

/** A page for one thumb and the sun on the screen: 18 px, 56 px targets, ink for everything. */
export function Orchard({ children }: { children: ReactNode }) {
  return <div className={`mx-auto max-w-xl text-18 ${SUN}`}>{children}</div>;
}
