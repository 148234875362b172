import type { ApplicationIdentifier } from './application-identifier.ts';
import { checkValue } from './check-value.ts';
import type { Dictionary } from './dictionary.ts';
import type { Element } from './element.ts';
import type { ElementStringError } from './element-string.ts';
import { findFault } from './find-fault.ts';
import { mendOf } from './mend.ts';
import type { Read } from './value-error.ts';

/** The separator that a scanner sends for FNC1: the control character GS. */
const separator = '\u001D';

/**
 * Symbology identifiers (General Specifications, 5.11) after which a scanner sends element strings: GS1-128, GS1
 * DataBar, GS1 DataMatrix, GS1 QR Code, GS1 DotCode.
 */
export const SYMBOLOGY_IDENTIFIERS = [']C1', ']e0', ']d2', ']Q3', ']J1'] as const;

/**
 * Elements as they stand in a symbol: AIs without brackets, and FNC1 (as GS) after each value of no predefined
 * length but the last (General Specifications, 7.8). @throws RangeError for an unknown AI or a malformed value.
 */
export function scannedElementString(elements: Iterable<Element>, dictionary: Dictionary): string {
  let text = '';
  let open = false;
  for (const [ai, value] of elements) {
    const error = checkValue(ai, value, dictionary);
    if (error) throw new RangeError(`${error.code} in AI ${ai}: ${value}`);
    text += (open ? separator : '') + ai + value;
    open = dictionary.identifiers.get(ai)?.predefinedLength === false;
  }
  return text;
}

/**
 * Reads what a scanner sends for a GS1 symbol, with or without its symbology identifier. A separator too many,
 * behind a value of predefined length, at the start or at the end, is passed over as the standard asks.
 */
export function parseScannedElementString(
  text: string,
  dictionary: Dictionary,
): Read<readonly Element[], ElementStringError> {
  const elements: Element[] = [];
  const symbology = SYMBOLOGY_IDENTIFIERS.find((identifier) => text.startsWith(identifier));
  let at = afterSeparator(text, symbology?.length ?? 0);
  while (at < text.length || elements.length === 0) {
    const identifier = identifierAt(text, at, dictionary);
    if (!identifier) {
      return { ok: false, error: { code: 'unknown_identifier', ai: '', at, mend: { how: 'identifier' } } };
    }
    const { ai } = identifier;
    const start = at + ai.length;
    const value = text.slice(start, endOfValue(text, start, identifier));
    const fault = findFault(identifier, value, dictionary.linters);
    if (fault) {
      const mend = mendOf(identifier, fault);
      return { ok: false, error: { code: fault.code, ai, at: start + fault.at, mend } };
    }
    elements.push([ai, value]);
    at = afterSeparator(text, start + value.length);
  }
  return { ok: true, value: elements };
}

function identifierAt(
  text: string,
  at: number,
  { identifiers }: Dictionary,
): ApplicationIdentifier | undefined {
  for (let length = 2; length <= 4; length += 1) {
    const identifier = identifiers.get(text.slice(at, at + length));
    if (identifier) return identifier;
  }
  return undefined;
}

function endOfValue(text: string, start: number, identifier: ApplicationIdentifier): number {
  const separated = text.indexOf(separator, start);
  const end = separated === -1 ? text.length : separated;
  if (!identifier.predefinedLength) return end;
  return Math.min(end, start + identifier.components.reduce((sum, { longest }) => sum + longest, 0));
}

function afterSeparator(text: string, at: number): number {
  return text.startsWith(separator, at) ? at + 1 : at;
}
