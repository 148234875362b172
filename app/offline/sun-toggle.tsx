import { useEffect, useState } from 'react';
import * as m from '~/paraglide/messages.js';

const KEPT = 'baunghe-sun';

/** Black on white for the sun: as chosen last on this phone, else as its own contrast setting says. */
export function SunToggle() {
  const [sun, setSun] = useState(false);
  useEffect(() => {
    const chosen = localStorage.getItem(KEPT);
    setSun(chosen === null ? matchMedia('(prefers-contrast: more)').matches : chosen === 'on');
  }, []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-sun', sun);
    return () => document.documentElement.removeAttribute('data-sun');
  }, [sun]);
  const choose = () => {
    localStorage.setItem(KEPT, sun ? 'off' : 'on');
    setSun(!sun);
  };
  return (
    <button
      type="button"
      aria-pressed={sun}
      onClick={choose}
      className="min-h-14 shrink-0 cursor-pointer rounded-crate border-2 border-edge px-3 font-semibold aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {m.offline_sun()}
    </button>
  );
}
