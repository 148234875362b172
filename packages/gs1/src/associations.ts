import type { Dictionary } from './dictionary.ts';
import type { Element } from './element.ts';
import type { Mend } from './mend.ts';

/** What does not go together on one item. */
export interface AssociationError {
  code: 'repeated' | 'excluded' | 'required' | 'measure_missing';
  ai: string;
  mend: Mend;
}

/** Variable measures of trade items, the count and the roll that may stand for one (General Specifications, 4.14). */
const measures = ['30', '31nn', '32nn', '35nn', '36nn', '8001'];

/**
 * All that is wrong with the company that elements keep, by the dictionary's `req` and `ex`, and by the rules for
 * variable measures. It takes the elements of every symbol on one item together, so the readers leave it to the
 * caller. Unknown identifiers keep any company.
 */
export function associationErrors(
  elements: readonly Element[],
  dictionary: Dictionary,
): readonly AssociationError[] {
  const values = new Map<string, string>();
  const errors: AssociationError[] = [];
  for (const [ai, value] of elements) {
    if ((values.get(ai) ?? value) !== value)
      errors.push({ code: 'repeated', ai, mend: { how: 'remove', ai } });
    values.set(ai, value);
  }
  const there = [...values.keys()];
  for (const ai of there) errors.push(...associationsOf(ai, there, dictionary));
  return [...errors, ...measureErrors(values)];
}

function associationsOf(
  ai: string,
  there: readonly string[],
  { identifiers }: Dictionary,
): AssociationError[] {
  const { requires = [], excludes = [] } = identifiers.get(ai) ?? {};
  const others = there.filter((other) => other !== ai);
  const excluded = others.filter((other) => excludes.some((pattern) => matches(pattern, other)));
  const missing = requires.filter(
    (groups) =>
      !groups.some((group) => group.every((pattern) => others.some((other) => matches(pattern, other)))),
  );
  return [
    ...excluded.map(
      (other): AssociationError => ({ code: 'excluded', ai, mend: { how: 'remove', ai: other } }),
    ),
    ...missing.map((anyOf): AssociationError => ({ code: 'required', ai, mend: { how: 'add', anyOf } })),
  ];
}

/**
 * A GTIN whose indicator is 9 names an item of variable measure, which a measure must accompany. One of fixed measure
 * may have one: the standard's own examples do (URI Syntax, 5).
 */
function measureErrors(values: ReadonlyMap<string, string>): AssociationError[] {
  const ai = values.has('01') ? '01' : '02';
  const found = [...values.keys()].some((other) => measures.some((pattern) => matches(pattern, other)));
  if (!values.get(ai)?.startsWith('9') || found) return [];
  return [{ code: 'measure_missing', ai, mend: { how: 'add', anyOf: measures.map((pattern) => [pattern]) } }];
}

/** `n` in a pattern is any digit. */
function matches(pattern: string, ai: string): boolean {
  return (
    pattern.length === ai.length && [...pattern].every((sign, place) => sign === 'n' || sign === ai[place])
  );
}
