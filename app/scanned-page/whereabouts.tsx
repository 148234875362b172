import { MapSketch } from '~/components/map-sketch';
import * as m from '~/paraglide/messages.js';
import ward from '../data/phuoc-long-ward.json';
import { placeInWard } from './place-in-ward';
import type { Story } from './story';

const FRAME = { width: 150, height: 124 };

/** The outline of the plot, and where in the ward it lies; drawn, so that nothing has to be fetched. */
export function Whereabouts({ story }: { story: Story }) {
  if (story.outline.length < 4) return null;
  const { ward: path, x, y } = placeInWard(ward.ring, story.outline, FRAME);
  const { name } = story.origin.plot;
  return (
    <section>
      <h2>{m.box_map()}</h2>
      <div className="maps">
        <figure>
          <MapSketch ring={story.outline} label={m.box_map_plot({ plot: name })} />
          <figcaption>{m.box_map_plot({ plot: name })}</figcaption>
        </figure>
        <figure>
          <svg role="img" aria-label={m.box_map_ward()} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
            <path
              d={path}
              fill="var(--color-card)"
              stroke="var(--color-edge)"
              strokeWidth="1.500"
              strokeLinejoin="round"
            />
            <circle cx={x} cy={y} r="9" fill="none" stroke="var(--color-soil)" strokeWidth="2" />
            <circle cx={x} cy={y} r="4" fill="var(--color-soil)" />
          </svg>
          <figcaption>{m.box_map_ward()}</figcaption>
        </figure>
      </div>
    </section>
  );
}
