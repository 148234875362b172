import type { Dictionary } from './dictionary.ts';
import { findFault } from './find-fault.ts';
import { shopDictionary } from './shop-dictionary.ts';
import type { ValueError } from './value-error.ts';

/**
 * What is wrong with `value` as AI `ai`, or null.
 * @throws RangeError for an AI that the dictionary (without one: the shop's few) does not know.
 */
export function checkValue(
  ai: string,
  value: string,
  dictionary: Dictionary = shopDictionary,
): ValueError | null {
  const identifier = dictionary.identifiers.get(ai);
  if (!identifier) throw new RangeError(`unknown Application Identifier: ${ai}`);
  const fault = findFault(identifier, value, dictionary.linters);
  return fault && { code: fault.code, ai };
}
