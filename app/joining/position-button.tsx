import { useState } from 'react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useScripted } from '~/use-scripted';

type Where = { latitude: string; longitude: string };

/** Takes the phone's position into two hidden fields, if its owner lets it; without script there is no button. */
export function PositionButton({ at, known }: { at: number; known: Where }) {
  const scripted = useScripted();
  const [where, setWhere] = useState(known);
  const [state, setState] = useState<'idle' | 'waiting' | 'refused'>('idle');
  const take = () => {
    setState('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWhere({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) });
        setState('idle');
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  const said =
    state === 'waiting'
      ? m.joining_position_waiting()
      : state === 'refused'
        ? m.joining_position_refused()
        : where.latitude
          ? m.joining_position_taken(where)
          : '';
  return (
    <div>
      <input type="hidden" name={`latitude.${at}`} value={where.latitude} />
      <input type="hidden" name={`longitude.${at}`} value={where.longitude} />
      {scripted && 'geolocation' in navigator ? (
        <Button type="button" kind="quiet" onClick={take} disabled={state === 'waiting'}>
          {m.joining_position_take()}
        </Button>
      ) : null}
      <p role="status" className="text-14 text-muted">
        {said}
      </p>
    </div>
  );
}
