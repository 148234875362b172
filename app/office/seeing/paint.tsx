/** What a part of a bar is painted with: each is told apart by its pattern too, not by its colour alone. */
export type Paint = 'full' | 'striped' | 'dotted' | 'open';

const FILL: Record<Paint, { fill: string; stroke: string }> = {
  full: { fill: 'var(--color-rind)', stroke: 'var(--color-rind)' },
  striped: { fill: 'url(#seeing-striped)', stroke: 'var(--color-edge)' },
  dotted: { fill: 'url(#seeing-dotted)', stroke: 'var(--color-soil)' },
  open: { fill: 'var(--color-card)', stroke: 'var(--color-edge)' },
};

/** Fill and edge of a part. */
export const paintOf = (paint: Paint) => FILL[paint];

/** The patterns that the page's drawings paint with; stands on it once. */
export function PaintPots() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern
          id="seeing-striped"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--color-flesh)" />
          <rect width="1.500" height="6" fill="var(--color-on-flesh)" />
        </pattern>
        <pattern id="seeing-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--color-soil)" />
          <circle cx="3" cy="3" r="1.400" fill="var(--color-on-soil)" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What the paints of a drawing mean, in words beside a drop of each. */
export function PaintNames({ names }: { names: readonly { paint: Paint; words: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14">
      {names.map(({ paint, words }) => (
        <li key={words} className="flex items-center gap-2">
          <svg aria-hidden="true" width="18" height="14" className="shrink-0">
            <rect x="0.5" y="0.5" width="17" height="13" {...paintOf(paint)} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
