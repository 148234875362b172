import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';

type Where = { latitude: number; longitude: number; metres: number } | 'waiting' | 'refused' | 'off';

/** Off by more metres than this, a corner is of no use; by more than that, it is taken with a word. */
const MOST_METRES = 50;
const GOOD_METRES = 15;
/** GeolocationPositionError.PERMISSION_DENIED; the other errors may pass. */
const DENIED = 1;

/** Follows the telephone's position around the plot; each corner becomes a line. Shows nothing where there is no script. */
export function WalkAround({ onCorner }: { onCorner: (line: string) => void }) {
  const [where, setWhere] = useState<Where>('off');
  const [can, setCan] = useState(false);
  const [marked, setMarked] = useState(0);
  useEffect(() => setCan('geolocation' in navigator), []);
  const walking = where !== 'off' && where !== 'refused';
  useEffect(() => {
    if (!walking) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        setWhere({ latitude, longitude, metres: Math.ceil(accuracy) }),
      ({ code }) => setWhere(code === DENIED ? 'refused' : 'waiting'),
      { enableHighAccuracy: true, maximumAge: 2_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [walking]);
  if (!can) return null;
  if (!walking)
    return (
      <div className="grid gap-3">
        {where === 'refused' ? <Notice tone="care" title={m.farm_plot_walk_refused()} /> : null}
        <Button
          type="button"
          kind="quiet"
          tall
          onClick={() => {
            setMarked(0);
            setWhere('waiting');
          }}
        >
          {m.farm_plot_walk()}
        </Button>
      </div>
    );
  const at = typeof where === 'string' ? null : where;
  const mark = () => {
    if (!at) return;
    onCorner(`${at.latitude.toFixed(6)}, ${at.longitude.toFixed(6)}`);
    setMarked(marked + 1);
  };
  return (
    <div className="grid gap-3">
      <p role="status">
        {at ? atWords(at) : m.farm_plot_walk_waiting()}{' '}
        {marked > 0 ? m.farm_plot_walk_marked({ count: marked }) : ''}
      </p>
      {at && at.metres > GOOD_METRES ? <HowFarOff metres={at.metres} /> : null}
      <Button type="button" tall disabled={!at || at.metres > MOST_METRES} onClick={mark}>
        {m.farm_plot_walk_add()}
      </Button>
      <Button type="button" kind="quiet" tall onClick={() => setWhere('off')}>
        {m.farm_plot_walk_stop()}
      </Button>
    </div>
  );
}

function HowFarOff({ metres }: { metres: number }) {
  const words = metres > MOST_METRES ? m.farm_plot_walk_too_far_off : m.farm_plot_walk_far_off;
  return <Notice tone="care" title={words({ metres, most: MOST_METRES })} />;
}

function atWords({ latitude, longitude, metres }: Exclude<Where, string>): string {
  return m.farm_plot_walk_at({ latitude: latitude.toFixed(5), longitude: longitude.toFixed(5), metres });
}
