import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import * as sentences from './paraglide/sentences.js';

type Said = (blanks: Record<string, unknown>, options: { locale: string }) => string;

/** Blanks of every name, said alike on both sides, and three of what is counted. */
const BLANKS = `new Proxy({}, { get: (_, name) => (name === 'count' ? 3 : '<' + String(name) + '>') })`;
const LOCALES = ['vi', 'en', 'zh'];

/** Node reads the thousands of compiled files by itself, which Vitest would each rewrite first. */
const COMPILED = `
import * as m from './app/paraglide/messages/_index.js';
const blanks = ${BLANKS};
const said = ([key, says]) => [key, ${JSON.stringify(LOCALES)}.map((locale) => says(blanks, { locale }))];
console.log(JSON.stringify(Object.entries(m).map(said)));`;

it('says in every language what the compiled one says, blanks and all', () => {
  const node = ['--input-type=module', '-e', COMPILED];
  const compiled: [string, string[]][] = JSON.parse(
    execFileSync(process.execPath, node, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  );
  const kept = new Map(Object.entries(sentences) as unknown as [string, Said][]);
  const blanks = new Function(`return ${BLANKS}`)() as Record<string, unknown>;
  const wrong = compiled.flatMap(([key, texts]) =>
    LOCALES.flatMap((locale, index) =>
      ['first', 'again'].flatMap((time) =>
        kept.get(key)?.(blanks, { locale }) === texts[index] ? [] : [`${key} in ${locale}, ${time}`],
      ),
    ),
  );
  expect(wrong).toEqual([]);
  expect(kept.size).toBe(compiled.length);
  expect(kept.size).toBeGreaterThan(4000);
});
