import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { applicationIdentifiers } from './application-identifiers.ts';

const file = new URL('../data/gs1-syntax-dictionary-part.txt', import.meta.url);
const entries = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => /^(\d+)(?:-(\d+))?\s+(\*?\??)\s+([^#]+)#/.exec(line));

function entryOf(ai: string) {
  return entries.find((entry) => entry?.[1] === ai || (entry?.[2] && ai >= `${entry[1]}` && ai <= entry[2]));
}

it.each(applicationIdentifiers())('AI $ai agrees with the GS1 Barcode Syntax Dictionary', (identifier) => {
  const entry = entryOf(identifier.ai);
  expect(entry?.[3]?.includes('?')).toBe(identifier.attribute);
  expect(entry?.[4]?.startsWith(identifier.format)).toBe(true);
  const key = entry?.[4]?.match(/dlpkey(?:=(\S+))?/);
  expect(identifier.qualifiers !== undefined).toBe(Boolean(key));
  for (const order of identifier.qualifiers ?? []) {
    if (order.length > 0) expect(key?.[1]?.split('|')).toContain(order.join(','));
  }
});
