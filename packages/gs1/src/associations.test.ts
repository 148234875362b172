import { describe, expect, it } from 'vitest';
import { associationErrors } from './associations.ts';
import { parseBracketedElementString } from './element-string.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';

function errorsOf(text: string) {
  const read = parseBracketedElementString(text, gs1Dictionary);
  if (!read.ok) throw new Error(`malformed: ${text}`);
  return associationErrors(read.value, gs1Dictionary);
}

describe('vectors of the GS1 Barcode Syntax Engine (github.com/gs1/gs1-syntax-engine, src/c-lib/ai.c)', () => {
  it.each([
    ['(400)ABC(400)XYZ(400)ABC', 'repeated'],
    ['(01)12345678901231(02)12345678901231', 'excluded'],
    ['(99)ABC123(01)12345678901231(02)12345678901231', 'excluded'],
    ['(01)12345678901231(255)5412345000150', 'excluded'],
    ['(01)12345678901231(37)123', 'excluded'],
    ['(21)ABC123(235)XYZ', 'excluded'],
    ['(3940)1234(8111)9999', 'excluded'],
    ['(3940)1234(3941)9999', 'excluded'],
    ['(3955)123456(3929)123', 'excluded'],
    ['(02)12345678901231', 'required'],
    ['(02)12345678901231(37)123', 'required'],
    ['(21)ABC123', 'required'],
    ['(01)12345678901231(250)ABC123', 'required'],
    ['(01)12345678901231(3925)12599', 'required'],
    ['(8030)DIGSIG', 'required'],
    ['(8030)DIGSIG(01)12345678901231', 'required'],
    ['(8030)DIGSIG(8010)1234567890', 'required'],
  ])('%s is refused: %s', (text, code) => {
    expect(errorsOf(text).map((error) => error.code)).toContain(code);
  });

  it.each([
    '(02)12345678901231(37)123(00)123456789012345675',
    '(91)XXX(02)12345678901231(92)YYY(37)123(93)ZZZ(00)123456789012345675',
    '(21)ABC123(01)12345678901231',
    '(21)ABC123(8006)123456789012310510',
    '(01)12345678901231(21)XYZ999(250)ABC123',
    '(01)12345678901231(3925)12599(30)123',
    '(01)12345678901231(3925)12599(3105)654321',
    '(01)12345678901231(3925)12599(3695)654321',
    '(8030)DIGSIG(00)123456789012345675',
    '(8030)DIGSIG(01)12345678901231(21)ABC123',
    '(8030)DIGSIG(8010)1234567890(8011)123456789012',
  ])('%s goes together', (text) => {
    expect(errorsOf(text)).toEqual([]);
  });
});

it('what is weighed needs its weight', () => {
  const anyOf = [['30'], ['31nn'], ['32nn'], ['35nn'], ['36nn'], ['8001']];
  expect(errorsOf('(01)99521234543216')).toEqual([
    { code: 'measure_missing', ai: '01', mend: { how: 'add', anyOf } },
  ]);
  expect(errorsOf('(01)99521234543216(3103)012500')).toEqual([]);
  expect(errorsOf('(01)09521234543213(3103)012500')).toEqual([]);
});

it('an error says what to add and what to take away', () => {
  expect(errorsOf('(10)AB')).toEqual([
    {
      code: 'required',
      ai: '10',
      mend: { how: 'add', anyOf: [['01'], ['02'], ['03'], ['8006'], ['8026']] },
    },
  ]);
  expect(errorsOf('(3102)000100(3103)000100(01)09521234543213')).toEqual([
    { code: 'excluded', ai: '3102', mend: { how: 'remove', ai: '3103' } },
    { code: 'excluded', ai: '3103', mend: { how: 'remove', ai: '3102' } },
  ]);
  expect(errorsOf('(90)A(90)B')).toEqual([{ code: 'repeated', ai: '90', mend: { how: 'remove', ai: '90' } }]);
  expect(associationErrors([['05', '1']], gs1Dictionary)).toEqual([]);
});
