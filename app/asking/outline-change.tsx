import { sketchOf } from '~/components/sketch-of';
import * as m from '~/paraglide/messages.js';
import type { MemberRequest } from './request-words';

const FRAME = { width: 320, height: 220, margin: 34 };

/** The boundary as it is, dashed, and as it is asked for, on one map. */
export function OutlineChange({ before, after }: NonNullable<MemberRequest['outline']>) {
  const isDrawn = after.length > 0;
  const all = [...before, ...after];
  if (all.length === 0) return null;
  const [ring, old] = isDrawn ? [after, before] : [before, []];
  const sketch = sketchOf(ring, old.length > 0 ? old : undefined, FRAME, undefined, all);
  const bar = { at: FRAME.height - 20, width: sketch.barWidth };
  return (
    <figure className="max-w-md">
      <svg
        role="img"
        aria-label={m.entrance_outline_drawn()}
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        className="w-full rounded-crate bg-leaf"
      >
        <path
          d={sketch.plot}
          fill={isDrawn ? 'var(--color-flesh-soft, #fff1c2)' : 'none'}
          stroke="var(--color-rind, #2e5a1c)"
          strokeWidth="3"
          strokeLinejoin="round"
        />
        {sketch.ward ? (
          <path
            d={sketch.ward}
            fill="none"
            stroke="var(--color-soil, #8a3b12)"
            strokeDasharray="7 5"
            strokeWidth="3"
          />
        ) : null}
        <g fontSize="13" fontWeight="600" fill="var(--color-ink, #1f2a17)">
          <path d={`M12 ${bar.at}v6h${bar.width}v-6`} fill="none" stroke="currentColor" strokeWidth="2" />
          <text x={20 + bar.width} y={bar.at + 9}>
            {m.common_map_scale({ metres: sketch.barMetres })}
          </text>
        </g>
      </svg>
      <figcaption className="mt-1 text-14 text-muted">
        {before.length === 0
          ? m.entrance_outline_first()
          : isDrawn
            ? m.entrance_outline_key()
            : m.entrance_outline_taken_away()}
      </figcaption>
    </figure>
  );
}
