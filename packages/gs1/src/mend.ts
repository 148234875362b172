import type { ApplicationIdentifier, Component } from './application-identifier.ts';
import { checkCharacters } from './check-characters.ts';
import { checkDigit } from './check-digit.ts';
import type { Fault } from './find-fault.ts';

/** What would put a fault right. */
export type Mend =
  /** Give the value between so many characters. */
  | { how: 'length'; shortest: number; longest: number }
  /** Write it in digits (N), or in character set 82 (X), 39 (Y) or 64 (Z). */
  | { how: 'characters'; set: Component['characters'] }
  /** If all else was read right, this is the part with its check digit or characters. */
  | { how: 'check'; put: string }
  /** Keep to the rule of this linter of the dictionary. */
  | { how: 'rule'; linter: string }
  /** Begin with an Application Identifier of the dictionary, in brackets where they are written. */
  | { how: 'identifier' }
  /** Put the qualifiers in one of these orders. */
  | { how: 'order'; orders: readonly (readonly string[])[] }
  /** Escape as RFC 3986 does. */
  | { how: 'escape' }
  /** Give the missing value. */
  | { how: 'value' }
  /** Add one of these groups of Application Identifiers (or patterns such as `310n`). */
  | { how: 'add'; anyOf: readonly (readonly string[])[] }
  /** Take this Application Identifier away. */
  | { how: 'remove'; ai: string };

/** How to mend a value's fault. */
export function mendOf({ components }: ApplicationIdentifier, fault: Fault): Mend {
  const { code, part, component, linter } = fault;
  if (code === 'bad_length' || component === null) return lengthsOf(components);
  if (code === 'bad_characters') return { how: 'characters', set: component.characters };
  if (linter === 'csum') return { how: 'check', put: part.slice(0, -1) + checkDigit(part.slice(0, -1)) };
  if (linter === 'csumalpha' && part.length > 2) {
    return { how: 'check', put: part.slice(0, -2) + checkCharacters(part.slice(0, -2)) };
  }
  return { how: 'rule', linter: linter ?? '' };
}

function lengthsOf(components: readonly Component[]): Mend {
  const needed = components.filter(({ optional }) => !optional);
  return {
    how: 'length',
    shortest: needed.reduce((sum, { shortest }) => sum + shortest, 0),
    longest: components.reduce((sum, { longest }) => sum + longest, 0),
  };
}
