import { scaleBand, scaleSqrt } from 'd3-scale';
import { useHref } from '~/use-locale';
import { Drawn } from './drawn';

/** A row of the drawing: its name, what it comes to, and its amounts by column. */
export interface HeatRow {
  key: string;
  name: string;
  sum: string;
  to: string;
  cells: ReadonlyMap<string, { amount: number; title: string }>;
}

type HeatProps = {
  rows: readonly HeatRow[];
  columns: readonly { key: string; tick: string }[];
  tickWidth: number;
};

const [NAMES, SUMS, ROW, HEAD] = [44, 84, 28, 24];

/** Squares in rows and columns: the more, the larger; where there was nothing stands a point. */
export function Heat(props: HeatProps) {
  return (
    <Drawn height={HEAD + props.rows.length * ROW + 4}>
      {(width) => <Inside {...props} width={width} />}
    </Drawn>
  );
}

function Inside({ rows, columns, tickWidth, width }: HeatProps & { width: number }) {
  const along = scaleBand()
    .domain(columns.map(({ key }) => key))
    .range([NAMES, width - SUMS]);
  const most = Math.max(1, ...rows.flatMap(({ cells }) => [...cells.values()].map(({ amount }) => amount)));
  // Areas are compared, so that the side goes by the root.
  const side = scaleSqrt()
    .domain([0, most])
    .range([3, Math.min(along.step(), ROW) - 2]);
  const every = Math.max(1, Math.ceil((tickWidth * 1.3) / along.step()));
  return (
    <>
      {columns.map(({ key, tick }, index) =>
        (columns.length - 1 - index) % every === 0 ? (
          <text
            key={key}
            x={Math.max((along(key) ?? 0) + along.step() / 2, tickWidth / 2)}
            y="14"
            textAnchor="middle"
            className="fill-muted"
          >
            {tick}
          </text>
        ) : null,
      )}
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          columns={columns}
          along={along}
          side={side}
          y={HEAD + index * ROW}
          width={width}
        />
      ))}
    </>
  );
}

type RowProps = {
  row: HeatRow;
  columns: HeatProps['columns'];
  along: ReturnType<typeof scaleBand<string>>;
  side: (amount: number) => number;
  y: number;
  width: number;
};

function Row({ row, columns, along, side, y, width }: RowProps) {
  const href = useHref();
  const middle = y + ROW / 2;
  return (
    <a href={href(row.to)} tabIndex={-1}>
      <rect x="0" y={y} width={width} height={ROW} fill="transparent" />
      <line x1="0" x2={width} y1={y + ROW} y2={y + ROW} stroke="var(--color-line)" />
      <text x="0" y={middle + 5} className="fill-ink font-semibold">
        {row.name}
      </text>
      {columns.map(({ key }) => {
        const x = (along(key) ?? 0) + along.step() / 2;
        const cell = row.cells.get(key);
        if (!cell) return <circle key={key} cx={x} cy={middle} r="1.200" fill="var(--color-edge)" />;
        const wide = side(cell.amount);
        return (
          <rect
            key={key}
            x={x - wide / 2}
            y={middle - wide / 2}
            width={wide}
            height={wide}
            fill="var(--color-rind)"
          >
            <title>{cell.title}</title>
          </rect>
        );
      })}
      <text x={width} y={middle + 5} textAnchor="end" className="fill-ink">
        {row.sum}
      </text>
    </a>
  );
}
