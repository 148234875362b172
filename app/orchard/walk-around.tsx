import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';

type Where = { latitude: number; longitude: number; metres: number } | 'waiting' | 'refused' | 'off';

/** Follows the telephone's position around the plot; each corner becomes a line. Shows nothing where there is no script. */
export function WalkAround({ onCorner }: { onCorner: (line: string) => void }) {
  const [where, setWhere] = useState<Where>('off');
  const [can, setCan] = useState(false);
  useEffect(() => setCan('geolocation' in navigator), []);
  const walking = where !== 'off';
  useEffect(() => {
    if (!walking) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        setWhere({ latitude, longitude, metres: Math.ceil(accuracy) }),
      () => setWhere('refused'),
      { enableHighAccuracy: true, maximumAge: 2_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [walking]);
  if (!can) return null;
  if (where === 'off')
    return (
      <Button type="button" kind="quiet" tall onClick={() => setWhere('waiting')}>
        {m.farm_plot_walk()}
      </Button>
    );
  const at = typeof where === 'string' ? null : where;
  const line = at ? `${at.latitude.toFixed(6)}, ${at.longitude.toFixed(6)}` : '';
  return (
    <div className="grid gap-3">
      <p role="status">{whereWords(where)}</p>
      <Button type="button" tall disabled={!at} onClick={() => onCorner(line)}>
        {m.farm_plot_walk_add()}
      </Button>
      <Button type="button" kind="quiet" tall onClick={() => setWhere('off')}>
        {m.farm_plot_walk_stop()}
      </Button>
    </div>
  );
}

function whereWords(where: Where): string {
  if (where === 'refused') return m.farm_plot_walk_refused();
  if (typeof where === 'string') return m.farm_plot_walk_waiting();
  const [latitude, longitude] = [where.latitude.toFixed(5), where.longitude.toFixed(5)];
  return m.farm_plot_walk_at({ latitude, longitude, metres: where.metres });
}
