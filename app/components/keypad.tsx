import type { MouseEvent } from 'react';
import * as m from '~/paraglide/messages.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', ',', '0'];

const KEY =
  'min-h-14 cursor-pointer rounded-crate border-2 border-edge bg-card text-28 font-extrabold text-ink active:bg-leaf';

/** Big keys that type into a plain field of the same form, by its name; the field works without them. */
export function Keypad({ field }: { field: string }) {
  const change = (event: MouseEvent<HTMLButtonElement>, next: (typed: string) => string) => {
    const input = event.currentTarget.form?.elements.namedItem(field);
    if (!(input instanceof HTMLInputElement)) return;
    input.value = next(input.value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <fieldset aria-label={m.offline_keypad()} className="mt-2 grid grid-cols-3 gap-2">
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          className={KEY}
          onClick={(event) => change(event, (typed) => typed + key)}
        >
          {key}
        </button>
      ))}
      <button
        type="button"
        aria-label={m.offline_keypad_back()}
        className={KEY}
        onClick={(event) => change(event, (typed) => typed.slice(0, -1))}
      >
        <span aria-hidden="true">⌫</span>
      </button>
    </fieldset>
  );
}
