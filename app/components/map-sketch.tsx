import * as m from '~/paraglide/messages.js';
import { type Place, sketchOf } from './sketch-of';

type MapSketchProps = {
  /** GeoJSON ring: [longitude, latitude] pairs in degrees, first and last the same. */
  ring: readonly (readonly number[])[];
  /** The ward around it, drawn as a faint outline. */
  ward?: readonly (readonly number[])[];
  /** A place drawn as a dot, unless it lies beyond the sketch. */
  dot?: Place;
  /** Said to screen readers: which orchard this is. */
  label: string;
};

const WIDTH = 320;
const HEIGHT = 220;

/**
 * The outline of a plot as a sketch, with a scale bar and north; works without script. Under 2 KB of SVG. Nothing of a
 * plot whose outline nobody has drawn yet.
 */
export function MapSketch({ ring, ward, dot, label }: MapSketchProps) {
  if (ring.length === 0) return null;
  const sketch = sketchOf(ring, ward, { width: WIDTH, height: HEIGHT, margin: 34 }, dot);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-md rounded-crate bg-leaf"
    >
      {sketch.ward ? (
        <path
          d={sketch.ward}
          fill="none"
          stroke="var(--color-edge, #7d8670)"
          strokeDasharray="2 5"
          strokeWidth="2"
        />
      ) : null}
      <path
        d={sketch.plot}
        fill="var(--color-flesh-soft, #fff1c2)"
        stroke="var(--color-rind, #2e5a1c)"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      {sketch.dot ? (
        <circle
          cx={sketch.dot.x}
          cy={sketch.dot.y}
          r="7"
          fill="var(--color-soil, #8a3b12)"
          stroke="var(--color-card, #fff)"
          strokeWidth="3"
        />
      ) : null}
      <g fontSize="13" fontWeight="600" fill="var(--color-ink, #1f2a17)">
        <path
          d={`M12 ${HEIGHT - 20}v6h${sketch.barWidth}v-6`}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
        <text x={20 + sketch.barWidth} y={HEIGHT - 11}>
          {m.common_map_scale({ metres: sketch.barMetres })}
        </text>
        <path d={`M${WIDTH - 22} 34V14m-6 8l6-9 6 9`} fill="none" stroke="currentColor" strokeWidth="2" />
        <text x={WIDTH - 22} y="50" textAnchor="middle">
          {m.common_map_north()}
        </text>
      </g>
    </svg>
  );
}
