import type { ReactNode } from 'react';

const NARROW = 344;
const WIDE = 600;

/**
 * A drawing in two widths, of which the screen shows the one that fits, so that its words stay as large as they are. It
 * is hidden from screen readers: the sentence above and the table below say the same.
 */
export function Drawn({ height, children }: { height: number; children: (width: number) => ReactNode }) {
  const drawing = (width: number, className: string) => (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      className={`w-full overflow-visible font-sans text-14 ${className}`}
    >
      {children(width)}
    </svg>
  );
  return (
    <>
      {drawing(NARROW, 'sm:hidden')}
      {drawing(WIDE, 'max-w-[640px] max-sm:hidden')}
    </>
  );
}
