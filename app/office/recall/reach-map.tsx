import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { ReachDrawing } from './reach-drawing';
import { type MapNode, NODE, reachMap } from './reach-map-layout';
import type { Reached } from './recall-words';

const WIDE = 362;
const HEADS = [m.recall_map_lots, m.recall_map_boxes, m.recall_map_orders, m.recall_map_buyers];

type Shown = Pick<Reached, 'boxes' | 'touched' | 'lotCount' | 'reached'>;

/** Few boxes, each drawn: lot, box, order and buyer from left to right, and below them lots that shared a table. */
export function ReachMap({ reach, name }: { reach: Shown; name: string }) {
  const { high, nodes, edges } = reachMap(reach, {
    buyer: (number) => m.recall_map_buyer({ number }),
    here: m.recall_map_here(),
    more: (count) => m.recall_node_more_lots({ count }),
  });
  const near = nodes.find((node) => node.near);
  return (
    <ReachDrawing wide={WIDE} {...{ high, name, reach }}>
      <g className="fill-muted" fontSize="11" textAnchor="middle">
        {HEADS.map((words, at) => (
          <text key={words()} x={2 + at * 94 + NODE.wide / 2} y="13">
            {words()}
          </text>
        ))}
        {near ? (
          <text x="2" y={near.y - 8} textAnchor="start">
            {m.recall_map_touched()}
          </text>
        ) : null}
      </g>
      <g className="stroke-edge" strokeWidth="1.5" fill="none">
        {edges.map(({ from, to }) => (
          <path key={`${from.key} ${to.key}`} d={wayOf(from, to)} />
        ))}
      </g>
      {nodes.map((node) => (
        <Node key={node.key} node={node} />
      ))}
    </ReachDrawing>
  );
}

function wayOf(from: MapNode, to: MapNode): string {
  const [x1, y1] = [from.x + NODE.wide, from.y + NODE.high / 2];
  const [x2, y2] = [to.x, to.y + NODE.high / 2];
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}

function Node({ node: { x, y, name, near } }: { node: MapNode }) {
  const dashes = near ? { strokeDasharray: '4 3', className: 'fill-soil-soft stroke-soil' } : {};
  return (
    <g className="fill-ink" textAnchor="middle">
      <rect
        {...{ x, y, width: NODE.wide, height: NODE.high, rx: 6, strokeWidth: 1.5 }}
        className="fill-card stroke-rind"
        {...dashes}
      />
      <Name name={name} x={x + NODE.wide / 2} y={y + NODE.high / 2} />
    </g>
  );
}

/** A name on one line, or broken in its middle into two. */
function Name({ name, x, y }: { name: string; x: number; y: number }) {
  if (name.length <= 11)
    return (
      <text x={x} y={y + 4} fontSize={name.length > 8 ? 10 : 11} fontWeight="700">
        {name}
      </text>
    );
  const space = name.lastIndexOf(' ', 12);
  const at = space > 0 ? space : Math.ceil(name.length / 2);
  return (
    <text x={x} fontSize="10.5" fontWeight="700">
      <tspan x={x} y={y - 2}>
        {name.slice(0, at)}
      </tspan>
      <tspan x={x} y={y + 11}>
        {name.slice(at).trim()}
      </tspan>
    </text>
  );
}

/** The same as a list whose lots and orders lead on: a line a box. */
export function MapAsList({ boxes }: Pick<Shown, 'boxes'>) {
  const href = useHref();
  const locale = useLocale();
  const link = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';
  return (
    <ol className="grid gap-1">
      {boxes.map(({ serial, batch, orderCode, buyer, ...place }) => (
        <li key={serial} className="flex flex-wrap items-center gap-x-3">
          <Link to={href(`/office/lots/${batch}`)} className={link}>
            {m.recall_map_box({ serial, batch })}
          </Link>
          <Link to={href(`/office/orders/${orderCode}`)} className={link}>
            {m.recall_map_order({
              code: orderCode,
              province: locale === 'vi' ? place.provinceVi : place.provinceEn,
            })}
          </Link>
          <span>{buyer === null ? m.recall_map_here() : m.recall_map_buyer({ number: buyer })}</span>
        </li>
      ))}
    </ol>
  );
}
