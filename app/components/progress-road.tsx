import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages.js';
import { Sign, type SignName } from './sign';

export type RoadStop = {
  key: string;
  title: string;
  /** When, by whom, or what happens next. */
  note?: ReactNode;
  state: 'done' | 'now' | 'ahead' | 'halted';
};

const PAINT: Record<RoadStop['state'], { ring: string; sign: SignName; word: () => string }> = {
  done: { ring: 'bg-rind text-on-rind', sign: 'check', word: m.common_stop_done },
  now: { ring: 'bg-flesh text-on-flesh ring-4 ring-rind', sign: 'fruit', word: m.common_stop_now },
  ahead: { ring: 'bg-paper text-muted border-2 border-edge', sign: 'clock', word: m.common_stop_ahead },
  halted: { ring: 'bg-soil text-on-soil', sign: 'cross', word: m.common_stop_halted },
};

/** The states of an order as a road with its stops: down on a phone, across on a wide screen unless `upright`. */
export function ProgressRoad({
  label,
  stops,
  upright,
}: {
  label: string;
  stops: readonly RoadStop[];
  upright?: boolean;
}) {
  return (
    <ol aria-label={label} className={`road ${upright ? '' : 'road-wide'}`}>
      {stops.map((stop) => (
        <li key={stop.key} data-state={stop.state} aria-current={stop.state === 'now' ? 'step' : undefined}>
          <span
            className={`stop flex size-9 items-center justify-center rounded-full ${PAINT[stop.state].ring}`}
          >
            <Sign name={PAINT[stop.state].sign} size={20} />
          </span>
          <span className={stop.state === 'ahead' ? 'text-muted' : ''}>
            <span className="block font-semibold">{stop.title}</span>
            <span className="sr-only">({PAINT[stop.state].word()})</span>
            {stop.note ? <span className="block text-14 text-muted">{stop.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
