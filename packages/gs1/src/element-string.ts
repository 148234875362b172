import { checkValue } from './check-value.ts';
import type { Dictionary } from './dictionary.ts';
import type { Element } from './element.ts';
import { type Fault, findFault } from './find-fault.ts';
import { type Mend, mendOf } from './mend.ts';
import { shopDictionary } from './shop-dictionary.ts';
import type { Read } from './value-error.ts';

/**
 * The human-readable text beside a code, `(01)…(10)…(21)…`, in the order given (General Specifications, 4.14); an
 * opening bracket inside a value is written `\(`. Without a dictionary, the shop's few identifiers.
 * @throws RangeError for an unknown AI or a malformed value.
 */
export function bracketedElementString(
  elements: Iterable<Element>,
  dictionary: Dictionary = shopDictionary,
): string {
  let text = '';
  for (const [ai, value] of elements) {
    const error = checkValue(ai, value, dictionary);
    if (error) throw new RangeError(`${error.code} in AI ${ai}: ${value}`);
    text += `(${ai})${escaped(value)}`;
  }
  return text;
}

/** Why a text is not a string of elements: which AI, where in the text (from 0), and what would mend it. */
export interface ElementStringError {
  code: Fault['code'] | 'unknown_identifier';
  /** Empty where none could be read. */
  ai: string;
  at: number;
  mend: Mend;
}

/** Reads `(01)…(10)…`, with `\(` for an opening bracket inside a value. */
export function parseBracketedElementString(
  text: string,
  dictionary: Dictionary,
): Read<readonly Element[], ElementStringError> {
  const elements: Element[] = [];
  let at = 0;
  while (at < text.length || elements.length === 0) {
    const [whole = '', ai = '', written = ''] = /^\((\d{2,4})\)((?:\\\(|[^(])*)/.exec(text.slice(at)) ?? [];
    const identifier = dictionary.identifiers.get(ai);
    if (!identifier) {
      return { ok: false, error: { code: 'unknown_identifier', ai, at, mend: { how: 'identifier' } } };
    }
    const value = written.replaceAll('\\(', '(');
    const fault = findFault(identifier, value, dictionary.linters);
    if (fault) {
      const place = at + ai.length + 2 + escaped(value.slice(0, fault.at)).length;
      return { ok: false, error: { code: fault.code, ai, at: place, mend: mendOf(identifier, fault) } };
    }
    elements.push([ai, value]);
    at += whole.length;
  }
  return { ok: true, value: elements };
}

function escaped(value: string): string {
  return value.replaceAll('(', '\\(');
}
