import { checkValue } from './check-value.ts';

/**
 * The human-readable text beside a code, `(01)…(10)…(21)…`, in the order given (General Specifications, 4.14).
 * @throws RangeError for an unknown AI or a malformed value.
 */
export function bracketedElementString(elements: Iterable<readonly [ai: string, value: string]>): string {
  let text = '';
  for (const [ai, value] of elements) {
    const error = checkValue(ai, value);
    if (error) throw new RangeError(`${error.code} in AI ${ai}: ${value}`);
    text += `(${ai})${value}`;
  }
  return text;
}
