import { type ApplicationIdentifier, readDictionaryLine } from './application-identifier.ts';

/** Whether a component's content is right: one of the dictionary's "linter" routines. */
export type Linter = (part: string) => boolean;

/** Which Application Identifiers are known, and how their content is tested. */
export interface Dictionary {
  identifiers: ReadonlyMap<string, ApplicationIdentifier>;
  /** By the dictionary's names; a name without a routine tests nothing. */
  linters: Readonly<Record<string, Linter>>;
}

/** The dictionary of these lines. @throws RangeError for a line that is none. */
export function dictionaryOf(
  lines: readonly string[],
  linters: Readonly<Record<string, Linter>>,
): Dictionary {
  return {
    identifiers: new Map(
      lines.flatMap(readDictionaryLine).map((identifier) => [identifier.ai, identifier] as const),
    ),
    linters,
  };
}
