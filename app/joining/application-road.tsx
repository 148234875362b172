import { ProgressRoad, type RoadStop } from '~/components/progress-road';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { applicationStateWords, type OwnApplication } from './join-words';

type Of = Pick<OwnApplication, 'state' | 'steps'>;

/** Where an application stands, as a road: received, looked at, asked for more where it was, decided. */
export function ApplicationRoad({ application }: { application: Of }) {
  const locale = useLocale();
  const stops = stopsOf(application).map(({ key, title, at, state }) => ({
    ...{ key, title, state },
    note: at ? formatInstant(at, locale) : null,
  }));
  return <ProgressRoad label={m.joining_road()} stops={stops} />;
}

type Stop = Pick<RoadStop, 'key' | 'title' | 'state'> & { at: Of['steps'][number]['at'] | null };

function stopsOf({ state, steps }: Of): Stop[] {
  const isOver = state === 'accepted' || state === 'refused' || state === 'withdrawn';
  const gone = steps.map(({ to, at }, index): Stop => {
    const last = index === steps.length - 1;
    const now = last && isOver && state !== 'accepted' ? 'halted' : last && !isOver ? 'now' : 'done';
    return { key: String(index), title: applicationStateWords(to), at, state: now };
  });
  if (isOver) return gone;
  const ahead = (key: string, title: string): Stop => ({ key, title, at: null, state: 'ahead' });
  const looked = state === 'looked_at' ? [] : [ahead('look', applicationStateWords('looked_at'))];
  return [...gone, ...looked, ahead('end', m.joining_state_decided())];
}
