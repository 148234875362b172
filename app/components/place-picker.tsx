import { useEffect, useId, useRef, useState } from 'react';
import * as m from '~/paraglide/messages.js';
import { TextInput } from './inputs';
import { type PickedPlace, usePlaceList } from './use-place-list';

type PlacePickerProps = {
  /** The field of what is typed; the code of what was picked goes with it as `{name}Code`. */
  name: string;
  defaultText: string;
  defaultCode: string;
  /** The address that answers a typed text with a JSON list of places. */
  source: (typed: string) => string;
  onPick?: (place: PickedPlace) => void;
};

/**
 * A place chosen by typing: an ARIA combobox with a list of options. Stands inside a Field. Without script it is a
 * plain text field, and the server finds the place by its name.
 */
export function PlacePicker({ name, onPick, ...options }: PlacePickerProps) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const [scripted, setScripted] = useState(false);
  const list = usePlaceList({ ...options, onPick });
  const { setText, open, places, active } = list;
  useEffect(() => {
    setScripted(true);
    const typedBefore = field.current?.querySelector('input')?.value;
    if (typedBefore) setText(typedBefore);
  }, [setText]);
  const combobox = scripted
    ? ({
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': open && places.length > 0,
        'aria-controls': `${id}-list`,
        'aria-activedescendant': open && places[active] ? `${id}-${places[active].code}` : undefined,
      } as const)
    : {};
  return (
    <div className="relative" ref={field}>
      <TextInput
        {...combobox}
        name={name}
        value={list.text}
        onChange={(event) => list.type(event.currentTarget.value)}
        onKeyDown={list.press}
        onBlur={list.leave}
        autoComplete="off"
        spellCheck={false}
      />
      <input type="hidden" name={`${name}Code`} value={list.code} />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={m.checkout_suggestions()}
        hidden={!open || places.length === 0}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-crate border-2 border-rind bg-card"
      >
        {places.map((place, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the input, which keeps the focus.
          <div
            key={place.code}
            id={`${id}-${place.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => list.pick(place)}
            className="flex min-h-11 cursor-pointer items-center px-3 py-2 hover:bg-leaf aria-selected:bg-leaf aria-selected:font-semibold"
          >
            {place.name}
          </div>
        ))}
      </div>
      {open && places.length === 0 ? (
        <p className="mt-1 text-14 text-muted">{m.checkout_found_none()}</p>
      ) : null}
      <span role="status" className="sr-only">
        {open && places.length > 0 ? m.checkout_found({ count: places.length }) : ''}
      </span>
    </div>
  );
}
