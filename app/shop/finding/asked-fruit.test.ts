import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allChosen, askedFruit, choosing, ORDERS, pathOf, SIEVES } from './asked-fruit';

const read = (path: string) => askedFruit(new URL(path, 'https://shop.example').searchParams);

it('leaves out what cannot be asked for', () => {
  expect(read(`/products?page=-1&sort=worst&colour=red&grade=&variety=${'x'.repeat(33)}`)).toEqual({
    ...{ words: '', chosen: {}, order: 'shop', page: 1 },
  });
  expect(read('/products?q=%20sau%20rieng%20&grade=A&grade=A&grade=B').chosen).toEqual({ grade: ['A', 'B'] });
});

it('reads from an address what was written into it', () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });
  const asked = fc.record({
    words: fc.string({ maxLength: 20 }).map((words) => words.trim()),
    chosen: fc.dictionary(fc.constantFrom(...SIEVES), values, { noNullPrototype: true }),
    order: fc.constantFrom(...ORDERS),
    page: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(asked, (each) => {
      expect(read(pathOf(each, each.page))).toEqual(each);
    }),
    { numRuns: 60 },
  );
});

it('chooses the values of one sieve anew and lets the others be', () => {
  const asked = read('/products?q=ri6&grade=A&unit=kg&page=3');
  expect(pathOf(choosing(asked, 'grade', []))).toBe('/products?q=ri6&unit=kg');
  expect(allChosen(asked)).toEqual([
    { sieve: 'grade', value: 'A' },
    { sieve: 'unit', value: 'kg' },
  ]);
});
