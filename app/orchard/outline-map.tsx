import type { PointerEvent } from 'react';
import * as m from '~/paraglide/messages.js';
import { type Corner, gridMetres, MAP_SIZE, type MapView, type Neighbour, toPixels } from './map-view';

type OutlineMapProps = {
  view: MapView;
  corners: readonly Corner[];
  neighbours: readonly Neighbour[];
  onTap: (event: PointerEvent<SVGSVGElement>) => void;
};

const MIDDLE = MAP_SIZE / 2;
/** Narrower than this, a plot's code would lie over its neighbours'. */
const LEAST_NAMED = 24;

/** The drawn land: grid, neighbours, the outline so far with its corners numbered, and a cross in the middle. */
export function OutlineMap({ view, corners, neighbours, onTap }: OutlineMapProps) {
  const at = (corner: Corner) => {
    const { x, y } = toPixels(view, corner);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const path = (of: readonly Corner[]) => `M${of.map(at).join('L')}`;
  return (
    <svg
      role="img"
      aria-label={m.farm_draw_map()}
      viewBox={`0 0 ${MAP_SIZE} ${MAP_SIZE}`}
      onPointerUp={onTap}
      className="aspect-square w-full cursor-crosshair touch-pan-y select-none rounded-crate bg-leaf"
    >
      <Grid view={view} />
      {neighbours.map(({ code, outline }) => (
        <g key={code}>
          <path d={`${path(outline)}Z`} className="fill-card stroke-edge" strokeWidth="1.5" />
          <Name of={outline} view={view}>
            {code}
          </Name>
        </g>
      ))}
      {corners.length > 0 ? (
        <path
          d={`${path(corners)}${corners.length > 2 ? 'Z' : ''}`}
          className="fill-flesh stroke-rind"
          fillOpacity={corners.length > 2 ? 0.5 : 0}
          strokeWidth="3"
          strokeLinejoin="round"
        />
      ) : null}
      {corners.map((corner, index) => (
        <Numbered key={`${index} ${corner.join()}`} at={toPixels(view, corner)} number={index + 1} />
      ))}
      <path
        d={`M${MIDDLE - 12} ${MIDDLE}h24M${MIDDLE} ${MIDDLE - 12}v24`}
        className="stroke-soil"
        strokeWidth="2.5"
      />
    </svg>
  );
}

/** Lines a square apart, one of them through the middle, so that a step of the map keeps them where they are. */
function Grid({ view }: { view: MapView }) {
  const step = (gridMetres(view) / view.metresAcross) * MAP_SIZE;
  const count = Math.ceil(MIDDLE / step);
  const lines = Array.from({ length: 2 * count + 1 }, (_, index) => MIDDLE + (index - count) * step);
  const d = lines.map((at) => `M${at} 0V${MAP_SIZE}M0 ${at}H${MAP_SIZE}`).join('');
  return <path d={d} className="stroke-line" strokeWidth="1" />;
}

function Name({ of, view, children }: { of: readonly Corner[]; view: MapView; children: string }) {
  const pixels = of.slice(1).map((corner) => toPixels(view, corner));
  const across = Math.max(...pixels.map(({ x }) => x)) - Math.min(...pixels.map(({ x }) => x));
  if (across < LEAST_NAMED) return null;
  const mean = (pick: (pixel: { x: number; y: number }) => number) =>
    pixels.reduce((sum, pixel) => sum + pick(pixel), 0) / Math.max(pixels.length, 1);
  return (
    <text
      x={mean(({ x }) => x)}
      y={mean(({ y }) => y) + 4}
      textAnchor="middle"
      fontSize="11"
      className="fill-muted"
    >
      {children}
    </text>
  );
}

function Numbered({ at, number }: { at: { x: number; y: number }; number: number }) {
  return (
    <g>
      <circle cx={at.x} cy={at.y} r="9" className="fill-rind stroke-card" strokeWidth="2" />
      <text x={at.x} y={at.y + 4} textAnchor="middle" fontSize="11" fontWeight="700" className="fill-on-rind">
        {number}
      </text>
    </g>
  );
}
