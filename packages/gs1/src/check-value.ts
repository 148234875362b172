import { applicationIdentifier } from './application-identifiers.ts';
import { fitsCharacterSet82 } from './character-set-82.ts';
import { hasCheckDigit } from './check-digit.ts';
import { isYymmdd } from './dates.ts';
import type { ValueError } from './value-error.ts';

interface Component {
  numeric: boolean;
  shortest: number;
  longest: number;
  optional: boolean;
  checks: readonly string[];
}

/** What is wrong with `value` as AI `ai`, or null. @throws RangeError for an AI that this package does not handle. */
export function checkValue(ai: string, value: string): ValueError | null {
  const identifier = applicationIdentifier(ai);
  if (!identifier) throw new RangeError(`unknown Application Identifier: ${ai}`);
  let rest = value;
  for (const component of identifier.format.split(' ').map(readComponent)) {
    if (component.optional && rest === '') continue;
    const part = rest.slice(0, component.longest);
    rest = rest.slice(part.length);
    const error = checkComponent(component, part);
    if (error) return { code: error, ai };
  }
  return rest === '' ? null : { code: 'bad_length', ai };
}

function readComponent(text: string): Component {
  const parts = /^\[?([NX])(\.\.)?(\d+)\]?(?:,(.*))?$/.exec(text);
  if (!parts) throw new RangeError(`format not understood: ${text}`);
  const longest = Number(parts[3]);
  return {
    numeric: parts[1] === 'N',
    shortest: parts[2] ? 1 : longest,
    longest,
    optional: text.startsWith('['),
    checks: parts[4]?.split(',') ?? [],
  };
}

function checkComponent(component: Component, part: string): ValueError['code'] | null {
  const fits = component.numeric ? /^\d*$/.test(part) : fitsCharacterSet82(part);
  if (!fits) return 'bad_characters';
  if (part.length < component.shortest) return 'bad_length';
  if (component.checks.includes('csum') && !hasCheckDigit(part)) return 'bad_check_digit';
  if (component.checks.includes('yymmdd') && !isYymmdd(part, { dayZero: false })) return 'bad_date';
  if (component.checks.includes('yymmd0') && !isYymmdd(part, { dayZero: true })) return 'bad_date';
  return null;
}
