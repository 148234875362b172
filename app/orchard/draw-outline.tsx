import { type PointerEvent, useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import {
  type Corner,
  firstView,
  gridMetres,
  MAP_SIZE,
  type MapView,
  moved,
  type Neighbour,
  toPlace,
  zoomed,
} from './map-view';
import { OutlineMap } from './outline-map';

type DrawOutlineProps = {
  /** The corners so far, in their order, not closed. */
  corners: readonly Corner[];
  neighbours: readonly Neighbour[];
  onCorner: (corner: Corner) => void;
  onUndo: () => void;
};

/**
 * Corners tapped on a map that is drawn, not loaded: a grid in metres, the neighbouring plots, and the outline so far.
 * What a tap does the buttons do too, at the cross in the middle. Shows nothing where there is no script.
 */
export function DrawOutline({ corners, neighbours, onCorner, onUndo }: DrawOutlineProps) {
  const [view, setView] = useState<MapView | null>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  if (!scripted) return null;
  // Looked at once: the map must not jump from under the finger as corners come and go.
  const open = () => {
    const outlines = neighbours.map(({ outline }) => outline);
    setView(firstView(corners, outlines));
  };
  if (!view)
    return (
      <Button type="button" kind="quiet" tall onClick={open}>
        <Sign name="plot" />
        {m.farm_draw()}
      </Button>
    );
  const tapped = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * MAP_SIZE;
    const y = ((event.clientY - box.top) / box.height) * MAP_SIZE;
    onCorner(toPlace(view, { x, y }));
  };
  return (
    <div className="grid gap-3 rounded-crate border-2 border-rind p-3">
      <p>{m.farm_draw_how()}</p>
      <OutlineMap view={view} corners={corners} neighbours={neighbours} onTap={tapped} />
      <Said view={view} corners={corners.length} />
      <Look view={view} onView={setView} />
      <div className="grid grid-cols-2 gap-2">
        <Button type="button" tall onClick={() => onCorner(view.middle)}>
          {m.farm_draw_here()}
        </Button>
        <Button type="button" kind="quiet" tall disabled={corners.length === 0} onClick={onUndo}>
          {m.farm_draw_undo()}
        </Button>
      </div>
    </div>
  );
}

/** How wide a square is, and how many corners there are, told as they come. */
function Said({ view, corners }: { view: MapView; corners: number }) {
  const locale = useLocale();
  const metres = gridMetres(view).toLocaleString(locale);
  return (
    <p className="flex flex-wrap justify-between gap-x-4 text-16">
      <span>{m.farm_draw_square({ metres })}</span>
      <span role="status" className="font-semibold">
        {m.farm_draw_corners({ count: corners })}
      </span>
    </p>
  );
}

/** Nearer, farther, and a square to each side. */
function Look({ view, onView }: { view: MapView; onView: (view: MapView) => void }) {
  const ways = [
    { sign: '←', words: m.farm_draw_west(), to: moved(view, -1, 0) },
    { sign: '↑', words: m.farm_draw_north(), to: moved(view, 0, 1) },
    { sign: '↓', words: m.farm_draw_south(), to: moved(view, 0, -1) },
    { sign: '→', words: m.farm_draw_east(), to: moved(view, 1, 0) },
    { sign: '+', words: m.farm_draw_nearer(), to: zoomed(view, 2) },
    { sign: '−', words: m.farm_draw_farther(), to: zoomed(view, 0.5) },
  ];
  return (
    <div className="grid grid-cols-6 gap-1">
      {ways.map(({ sign, words, to }) => (
        <Button
          key={sign}
          type="button"
          kind="quiet"
          className="px-0!"
          aria-label={words}
          onClick={() => onView(to)}
        >
          <span aria-hidden="true">{sign}</span>
        </Button>
      ))}
    </div>
  );
}
