import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

export type PickedPlace = { code: string; name: string };

const PAUSE_MS = 120;

/** The places that fit what is being typed, asked for a moment after the last keystroke; null while nothing is asked. */
function usePlacesFound(typed: string | null, source: (typed: string) => string): PickedPlace[] | null {
  const [found, setFound] = useState<PickedPlace[] | null>(null);
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    if (typed === null || typed.trim() === '') return setFound(null);
    const stop = new AbortController();
    const soon = setTimeout(async () => {
      const answer = await fetch(latest.current(typed), { signal: stop.signal }).catch(() => null);
      if (answer?.ok) setFound((await answer.json().catch(() => null)) as PickedPlace[] | null);
    }, PAUSE_MS);
    return () => {
      clearTimeout(soon);
      stop.abort();
    };
  }, [typed]);
  return found;
}

type PlaceListOptions = {
  defaultText: string;
  defaultCode: string;
  source: (typed: string) => string;
  onPick?: ((place: PickedPlace) => void) | undefined;
};

/** The state of a combobox of places: its text, the code of what was picked, the open list, and what keys do. */
export function usePlaceList({ defaultText, defaultCode, source, onPick }: PlaceListOptions) {
  const [text, setText] = useState(defaultText);
  const [code, setCode] = useState(defaultCode);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found = usePlacesFound(typed, source);
  const places = (typed !== null && found) || [];
  const pick = (place: PickedPlace) => {
    setText(place.name);
    setCode(place.code);
    setTyped(null);
    onPick?.(place);
  };
  const type = (value: string) => {
    setText(value);
    setCode('');
    setTyped(value);
    setActive(0);
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const place = places[active];
    if (by !== 0 && typed === null) setTyped(text);
    else if (by !== 0 && places.length > 0) setActive((active + by + places.length) % places.length);
    else if (event.key === 'Enter' && place) pick(place);
    else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
  };
  const leave = () => {
    const [only, another] = places;
    if (only && another === undefined && code === '') pick(only);
    else setTyped(null);
  };
  return {
    text,
    code,
    places,
    active,
    open: typed !== null && found !== null,
    pick,
    type,
    press,
    leave,
    setText,
  };
}
