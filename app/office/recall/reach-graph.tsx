import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type GraphNode, graphRows } from './graph-rows';
import { ReachDrawing } from './reach-drawing';
import { ReachMap } from './reach-map';
import type { Reached } from './recall-words';

const WIDE = 360;
const HIGH = 54;
const GAP = 34;
const BETWEEN = 8;
const LETTERS = { 1: 42, 2: 22, 3: 14 } as const;

type Placed = GraphNode & { x: number; y: number; width: number; letters: number };

/** The way of fruit as a drawing that flows down, from its source to the buyers, in one look; of few boxes each is drawn. The same stands as a list. */
export function ReachGraph({ reach, name }: { reach: Reached; name: string }) {
  return reach.boxes.length > 0 ? (
    <ReachMap reach={reach} name={name} />
  ) : (
    <WholeGraph reach={reach} name={name} />
  );
}

function WholeGraph({ reach, name }: { reach: Reached; name: string }) {
  const locale = useLocale();
  const rows = graphRows(reach, name, locale);
  const placed = rows.map(placedRow);
  const { touched } = reach;
  const high = rows.length * HIGH + (rows.length - 1) * GAP + 4 + (touched.count > 0 ? HIGH : 0);
  return (
    <ReachDrawing wide={WIDE} {...{ high, name, reach }}>
      <g className="stroke-edge" strokeWidth="2" fill="none">
        {placed
          .slice(1)
          .flatMap((row, at) =>
            (placed[at] ?? []).flatMap((from) =>
              row.map((to) => <Edge key={from.key + to.key} {...{ from, to }} />),
            ),
          )}
      </g>
      {placed.flat().map((node) => (
        <Node key={`${node.y} ${node.key}`} node={node} />
      ))}
      {touched.count > 0 ? <Aside count={touched.count} y={high - HIGH + 12} /> : null}
    </ReachDrawing>
  );
}

function placedRow(nodes: GraphNode[], at: number): Placed[] {
  const count = Math.max(1, nodes.length) as 1 | 2 | 3;
  const width = count === 1 ? 220 : (WIDE - 4 - BETWEEN * (count - 1)) / count;
  const left = count === 1 ? (WIDE - width) / 2 : 2;
  return nodes.map((node, place) => {
    const x = left + place * (width + BETWEEN);
    return { ...node, x, y: 2 + at * (HIGH + GAP), width, letters: count === 1 ? 30 : LETTERS[count] };
  });
}

function Edge({ from, to }: { from: Placed; to: Placed }) {
  const [x1, y1] = [from.x + from.width / 2, from.y + HIGH];
  const [x2, y2] = [to.x + to.width / 2, to.y];
  const half = (y1 + y2) / 2;
  return <path d={`M${x1} ${y1}C${x1} ${half} ${x2} ${half} ${x2} ${y2}`} />;
}

function Node({ node: { x, y, width, name, note, letters } }: { node: Placed }) {
  const middle = x + width / 2;
  // A long name is written smaller; only one that no size fits is cut, and the list below has it whole.
  const [small, most] = [name.length > letters, Math.round(letters * 1.5)];
  const shown = name.length > most ? `${name.slice(0, most - 1)}…` : name;
  return (
    <g className="fill-ink" textAnchor="middle">
      <rect
        x={x}
        y={y}
        width={width}
        height={HIGH}
        rx="8"
        className="fill-card stroke-rind"
        strokeWidth="2"
      />
      <text x={middle} y={y + (note === '' ? 32 : 23)} fontSize={small ? 9.5 : 13} fontWeight="800">
        {shown}
      </text>
      {note === '' ? null : (
        <text x={middle} y={y + 42} fontSize={width < 150 ? 11 : 13}>
          {note}
        </text>
      )}
    </g>
  );
}

/** Lots that are no part of the way and stood beside it. */
function Aside({ count, y }: { count: number; y: number }) {
  return (
    <g className="fill-ink" textAnchor="middle">
      <rect
        x="70"
        y={y}
        width="220"
        height="36"
        rx="8"
        className="fill-soil-soft stroke-soil"
        strokeWidth="2"
        strokeDasharray="5 4"
      />
      <text x="180" y={y + 23} fontSize="13" fontWeight="800">
        {m.recall_node_touched({ count })}
      </text>
    </g>
  );
}
