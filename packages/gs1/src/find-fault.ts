import type { ApplicationIdentifier, Component } from './application-identifier.ts';
import { fitsCharacters } from './character-sets.ts';
import type { Linter } from './dictionary.ts';

/** What does not fit in a value: how, and in which component. */
export interface Fault {
  code: 'bad_length' | 'bad_characters' | 'bad_check_digit' | 'bad_date' | 'bad_part';
  /** Where in the value the part at fault begins. */
  at: number;
  part: string;
  /** What the part should have been; none where the value goes on past its end. */
  component: Component | null;
  /** The linter that refused it. */
  linter: string | null;
}

const codes: Readonly<Record<string, Fault['code']>> = {
  csum: 'bad_check_digit',
  csumalpha: 'bad_check_digit',
  yymmdd: 'bad_date',
  yymmd0: 'bad_date',
  yyyymmdd: 'bad_date',
};

/** The first thing wrong with `value`, taken apart by the identifier's components from left to right, or null. */
export function findFault(
  { components }: ApplicationIdentifier,
  value: string,
  linters: Readonly<Record<string, Linter>>,
): Fault | null {
  let at = 0;
  for (const component of components) {
    if (component.optional && at === value.length) break;
    const part = value.slice(at, at + component.longest);
    const fault = faultOfPart(component, part, linters);
    if (fault) return { ...fault, at, part, component };
    at += part.length;
  }
  if (at === value.length) return null;
  return { code: 'bad_length', at, part: value.slice(at), component: null, linter: null };
}

function faultOfPart(
  component: Component,
  part: string,
  linters: Readonly<Record<string, Linter>>,
): Pick<Fault, 'code' | 'linter'> | null {
  if (!fitsCharacters(component.characters, part)) return { code: 'bad_characters', linter: null };
  if (part.length < component.shortest) return { code: 'bad_length', linter: null };
  for (const name of component.linters) {
    if (linters[name]?.(part) === false) return { code: codes[name] ?? 'bad_part', linter: name };
  }
  return null;
}
