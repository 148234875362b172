import { useEffect, useState } from 'react';

const KEPT = 'picked';

/** What was ticked off a list, kept on this phone alone until a list of another day is ticked. */
export function useTicks(list: string) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  useEffect(() => setTicked(read(list)), [list]);
  return {
    has: (what: string) => ticked.includes(what),
    tick: (what: string, on: boolean) => {
      const others = read(list).filter((each) => each !== what);
      const now = on ? [...others, what] : others;
      setTicked((before) => [...new Set([...before, ...now])].filter((each) => on || each !== what));
      localStorage.setItem(KEPT, JSON.stringify({ list, ticked: now }));
    },
  };
}

function read(list: string): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as { list?: string; ticked?: string[] };
    return kept.list === list && Array.isArray(kept.ticked) ? kept.ticked : [];
  } catch {
    return [];
  }
}
