import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dictionaryOf } from './dictionary.ts';
import { gs1Dictionary, UNTESTED_LINTERS } from './gs1-dictionary.ts';
import { shopDictionary } from './shop-dictionary.ts';

const text = readFileSync(new URL('../data/gs1-syntax-dictionary.txt', import.meta.url), 'utf8');
const lines = text
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.trim().replace(/\s+/g, ' '));

const source = `/**
 * The entries of the GS1 Barcode Syntax Dictionary, https://github.com/gs1/gs1-syntax-dictionary, without its blanks.
 * Copyright (c) 2020-2021 BWIPP project, (c) 2020-2021 Zint Project, (c) 2021-2025 GS1 AISBL; licensed under the
 * Apache License, Version 2.0. Made from data/gs1-syntax-dictionary.txt by \`npx vitest run syntax-dictionary -u\`.
 */
export const dictionaryLines: readonly string[] = [
${lines.map((line) => `  '${line}',`).join('\n')}
];
`;

it('the lines carried by the program are those of the file', async () => {
  await expect(source).toMatchFileSnapshot('./dictionary-lines.ts');
});

describe('the whole dictionary', () => {
  it('knows every identifier once, none the beginning of another', () => {
    const ais = [...gs1Dictionary.identifiers.keys()];
    const ranges = lines.map((line) => /^(\d+)(?:-(\d+))?/.exec(line) ?? []);
    const count = ranges.reduce((sum, [, first, last]) => sum + Number(last ?? first) - Number(first) + 1, 0);
    expect(ais.length).toBe(count);
    expect(ais.filter((ai) => ais.some((other) => other !== ai && other.startsWith(ai)))).toEqual([]);
  });

  it('reads flags, components and attributes', () => {
    expect(gs1Dictionary.identifiers.get('8003')).toEqual({
      ai: '8003',
      title: 'GRAI',
      components: [
        { characters: 'N', shortest: 1, longest: 1, optional: false, linters: ['zero'] },
        { characters: 'N', shortest: 13, longest: 13, optional: false, linters: ['csum', 'gcppos1'] },
        { characters: 'X', shortest: 1, longest: 16, optional: true, linters: [] },
      ],
      predefinedLength: false,
      attribute: true,
      requires: [],
      excludes: [],
      qualifiers: [[]],
    });
    expect(gs1Dictionary.identifiers.get('01')).toMatchObject({
      predefinedLength: true,
      excludes: ['255', '37'],
      qualifiers: [['22', '10', '21'], ['235']],
    });
    expect(gs1Dictionary.identifiers.get('7020')?.requires).toEqual([
      [
        ['01', '416'],
        ['03', '416'],
        ['8006', '416'],
      ],
    ]);
    expect(gs1Dictionary.identifiers.get('3103')?.title).toBe('NET WEIGHT (kg)');
    expect(gs1Dictionary.identifiers.get('3106')).toBeUndefined();
  });

  it('tests by every linter it names, but for those that are named as left out', () => {
    const named = new Set(
      [...gs1Dictionary.identifiers.values()].flatMap(({ components }) =>
        components.flatMap((c) => c.linters),
      ),
    );
    const left = [...named].filter((name) => gs1Dictionary.linters[name] === undefined);
    expect(left.sort()).toEqual([...UNTESTED_LINTERS]);
    expect(Object.keys(gs1Dictionary.linters).filter((name) => !named.has(name))).toEqual([]);
  });

  it('takes nothing for a line that is none', () => {
    expect(() => dictionaryOf(['GTIN N14'], {})).toThrow(RangeError);
    expect(() => dictionaryOf(['01 *? Q14'], {})).toThrow(RangeError);
  });
});

it.each([...shopDictionary.identifiers.values()])(
  'the shop has AI $ai as the whole dictionary has it',
  (own) => {
    const whole = gs1Dictionary.identifiers.get(own.ai);
    const components = whole?.components.map((component) => ({
      ...component,
      linters: component.linters.filter((name) => !name.startsWith('gcppos')),
    }));
    expect(own.components).toEqual(components);
    expect(own).toMatchObject({ predefinedLength: whole?.predefinedLength, attribute: whole?.attribute });
    expect(own.qualifiers?.length ?? 0).toBe(whole?.qualifiers ? 1 : 0);
    for (const order of own.qualifiers ?? []) {
      if (order.length > 0) expect(whole?.qualifiers).toContainEqual(order);
    }
  },
);
