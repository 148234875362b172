import { Link } from '@remix-run/react';
import { scaleLinear } from 'd3-scale';
import { Sign } from '~/components/sign';
import { useHref } from '~/use-locale';
import { type Paint, paintOf } from './paint';

/** A named bar with its figure; the name leads to the rows behind it. */
export interface Bar {
  key: string;
  name: string;
  to: string;
  /** The figure, in words. */
  value: string;
  /** Somebody should see to it. */
  care?: boolean;
  note?: string | undefined;
  /** Where the note leads, if anywhere. */
  noteTo?: string;
  parts: { amount: number; paint: Paint }[];
  /** A line across the bar: what it is measured by. */
  mark?: number;
}

const HEIGHT = 18;

/** Bars below each other on one scale, as wide as the page, each with its name and figure above it. */
export function BarRows({ bars }: { bars: readonly Bar[] }) {
  const lengths = bars.flatMap(({ parts, mark = 0 }) => [total(parts), mark]);
  const across = scaleLinear()
    .domain([0, Math.max(1, ...lengths)])
    .range([0, 100]);
  return (
    <ul className="grid gap-3">
      {bars.map((bar) => (
        <BarRow key={bar.key} bar={bar} across={across} />
      ))}
    </ul>
  );
}

function BarRow({ bar, across }: { bar: Bar; across: (amount: number) => number }) {
  const href = useHref();
  const { name, to, value, care = false, note, noteTo, parts, mark } = bar;
  return (
    <li>
      <Link
        to={href(to)}
        className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 no-underline hover:bg-leaf"
      >
        <span className="font-semibold text-rind underline underline-offset-4">{name}</span>
        <strong className={`flex items-center gap-1.5 whitespace-nowrap ${care ? 'text-soil' : ''}`}>
          {care ? <Sign name="care" size={18} /> : null}
          {value}
        </strong>
      </Link>
      <svg aria-hidden="true" className="block w-full overflow-visible" height={HEIGHT}>
        <line x1="0" x2="100%" y1={HEIGHT - 1} y2={HEIGHT - 1} stroke="var(--color-line)" />
        {placed(parts, across).map(({ paint, from, wide }) => (
          <rect key={paint} x={`${from}%`} y="1" width={`${wide}%`} height={HEIGHT - 3} {...paintOf(paint)} />
        ))}
        {mark === undefined ? null : <Mark at={`${across(mark)}%`} />}
      </svg>
      {note ? (
        <p className="mt-1 text-14 text-muted">
          {noteTo ? (
            <Link
              to={href(noteTo)}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {note}
            </Link>
          ) : (
            note
          )}
        </p>
      ) : null}
    </li>
  );
}

/** A line across the bar, with an edge of paper so that it is seen on any paint. */
const Mark = ({ at }: { at: string }) =>
  ['var(--color-paper)', 'var(--color-ink)'].map((stroke, index) => (
    <line key={stroke} x1={at} x2={at} y1="-3" y2={HEIGHT + 1} stroke={stroke} strokeWidth={7 - 4 * index} />
  ));

const total = (parts: Bar['parts']): number =>
  parts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);

/** Where each part lies along the bar, in hundredths of the page's width. */
function placed(parts: Bar['parts'], across: (amount: number) => number) {
  let before = 0;
  return parts.flatMap(({ amount, paint }) => {
    if (amount <= 0) return [];
    const from = across(before);
    before += amount;
    return [{ paint, from, wide: across(before) - from }];
  });
}
