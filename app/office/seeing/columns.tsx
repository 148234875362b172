import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { useHref } from '~/use-locale';
import { Drawn } from './drawn';
import { type Paint, paintOf } from './paint';

/** One column: what stands below it, its parts from the ground up, and where it leads. */
export interface Column {
  key: string;
  tick: string;
  to: string;
  /** Said while a pointer rests on it. */
  title: string;
  parts: readonly number[];
  /** The figure above it, where it is one of those worth saying. */
  said?: string | undefined;
}

type ColumnsProps = {
  columns: readonly Column[];
  /** Of the parts, from the ground up. */
  paints: readonly Paint[];
  /** A figure at the side, in words. */
  amount: (value: number) => string;
  /** About how wide the words below a column are. */
  tickWidth: number;
};

const HEIGHT = 210;
const [TOP, GROUND, SIDE] = [26, 182, 52];
/** About how wide a letter is. */
const LETTER = 8;
/** A column that is less wide is no target for a finger: its row in the table is. */
const LEAST_TARGET = 24;

/** Columns beside each other, such as weeks, with a calm scale at the side. */
export function Columns(props: ColumnsProps) {
  return <Drawn height={HEIGHT}>{(width) => <Inside {...props} width={width} />}</Drawn>;
}

function Inside({ columns, paints, amount, tickWidth, width }: ColumnsProps & { width: number }) {
  const most = Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
  const up = scaleLinear().domain([0, most]).nice(3).range([GROUND, TOP]);
  const along = scaleBand()
    .domain(columns.map(({ key }) => key))
    .range([SIDE, width])
    .paddingInner(0.22)
    .paddingOuter(0.1);
  const every = Math.max(1, Math.ceil((tickWidth * 1.3) / along.step()));
  return (
    <>
      {up.ticks(3).map((tick) => (
        <g key={tick}>
          <line x1={SIDE} x2={width} y1={up(tick)} y2={up(tick)} stroke="var(--color-line)" />
          <text x={SIDE - 6} y={up(tick) + 5} textAnchor="end" className="fill-muted">
            {amount(tick)}
          </text>
        </g>
      ))}
      <Piles columns={columns} paints={paints} up={up} along={along} width={width} />
      <line x1={SIDE} x2={width} y1={GROUND} y2={GROUND} stroke="var(--color-ink)" strokeWidth="1.500" />
      {columns.map(({ key, tick }, index) => {
        // Counted from the last, which is the one that is asked for most.
        if ((columns.length - 1 - index) % every !== 0) return null;
        const middle = (along(key) ?? 0) + along.bandwidth() / 2;
        const x = Math.min(Math.max(middle, tickWidth / 2), width - tickWidth / 2 + 6);
        return (
          <text key={key} x={x} y={GROUND + 20} textAnchor="middle" className="fill-muted">
            {tick}
          </text>
        );
      })}
    </>
  );
}

type PilesProps = Pick<ColumnsProps, 'columns' | 'paints'> & {
  up: (value: number) => number;
  along: ReturnType<typeof scaleBand<string>>;
  width: number;
};

function Piles({ columns, paints, up, along, width }: PilesProps) {
  const href = useHref();
  const layers = stack<Column, number>()
    .keys(paints.map((_, index) => index))
    .value(({ parts }, index) => parts[index] ?? 0)([...columns]);
  const wide = along.bandwidth();
  return columns.map(({ key, to, title, said }, at) => {
    const x = along(key) ?? 0;
    const top = up(layers.at(-1)?.[at]?.[1] ?? 0);
    const drawn = (
      <>
        <title>{title}</title>
        <rect x={x} y={TOP} width={wide} height={GROUND - TOP} fill="transparent" />
        {layers.map((layer, index) => {
          const [from, until] = layer[at] ?? [0, 0];
          const paint = paints[index] ?? 'full';
          return until > from ? (
            <rect
              key={paint}
              x={x}
              y={up(until)}
              width={wide}
              height={up(from) - up(until)}
              {...paintOf(paint)}
            />
          ) : null;
        })}
        {said ? (
          <text
            x={Math.min(x + wide / 2, width - (said.length * LETTER) / 2)}
            y={top - 6}
            textAnchor="middle"
            className="fill-ink font-semibold"
          >
            {said}
          </text>
        ) : null}
      </>
    );
    if (wide < LEAST_TARGET) return <g key={key}>{drawn}</g>;
    return (
      <a key={key} href={href(to)} tabIndex={-1}>
        {drawn}
      </a>
    );
  });
}
