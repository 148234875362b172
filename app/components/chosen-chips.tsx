import { Link } from '@remix-run/react';
import { Sign } from './sign';

/** How a chip looks, whatever it does. */
export const CHIP =
  'inline-flex min-h-11 items-center gap-1.5 rounded-full border-2 border-edge bg-card px-4 font-semibold no-underline hover:border-rind';

/** Something that a list is sifted by. */
export type Chosen = {
  key: string;
  words: string;
  /** What a tap does, to who cannot see the cross. */
  letGo: string;
  /** The list without it. */
  to: string;
};

type ChosenChipsProps = {
  chosen: readonly Chosen[];
  /** All of it gone with one tap. */
  clear: { words: string; to: string };
  label?: string;
};

/** What a list is sifted by, each gone with one tap, and all of it with one. */
export function ChosenChips({ chosen, clear, label }: ChosenChipsProps) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {chosen.map(({ key, words, letGo, to }) => (
        <li key={key}>
          <Link to={to} aria-label={letGo} className={CHIP}>
            {words}
            <Sign name="cross" size={16} />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={clear.to}
          className="inline-flex min-h-11 items-center px-2 font-semibold text-rind underline underline-offset-4"
        >
          {clear.words}
        </Link>
      </li>
    </ul>
  );
}
