import { useEffect, useRef, useState } from 'react';
import * as m from '~/paraglide/messages.js';

const ROW = 'tbody tr';

/** Whether keys typed there belong to what has the focus. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof HTMLElement &&
    event.target.closest('input:not([type=checkbox]),select,textarea,[contenteditable]') !== null);

/**
 * The board by keys, where there is script: j and k move between the rows by moving the focus to their links, so that
 * Enter opens them by itself and readers hear them; x chooses, / goes to the search, ? shows these keys.
 */
export function BoardKeys() {
  const [ready, setReady] = useState(false);
  const help = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    setReady(true);
    const form = help.current?.closest('form');
    const onKey = (event: KeyboardEvent) => {
      if (form && !isTaken(event) && act(event.key, form, help.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <details ref={help} hidden={!ready} className="mb-2 max-sm:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-14 font-semibold underline underline-offset-4">
        {m.board_keys()}
      </summary>
      <ul className="mb-3 text-14">
        {[
          m.board_key_move(),
          m.board_key_open(),
          m.board_key_select(),
          m.board_key_search(),
          m.board_key_help(),
        ].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

function act(key: string, form: HTMLFormElement, help: HTMLDetailsElement | null): boolean {
  const rows = [...form.querySelectorAll<HTMLTableRowElement>(ROW)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    row?.querySelector<HTMLElement>('th a')?.focus();
    return true;
  };
  switch (key) {
    case 'j':
      return go(at + 1);
    case 'k':
      return go(at - 1);
    case 'ArrowDown':
      return at >= 0 && go(at + 1);
    case 'ArrowUp':
      return at >= 0 && go(at - 1);
    case 'x':
      rows[at]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      return at >= 0;
    case '/':
      document.querySelector<HTMLInputElement>('[type=search][name=q]')?.focus();
      return true;
    case '?':
      if (help) help.open = !help.open;
      return true;
    default:
      return false;
  }
}
