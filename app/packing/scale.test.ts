import { describe, expect, it } from 'vitest';
import { readScaleLine, ScaleEar } from './scale';

describe('a scale', () => {
  it.each([
    ['ST,GS,+  3.42kg', { grams: 3420, stable: true }],
    ['US,NT,+0012.345 kg', { grams: 12_345, stable: false }],
    ['ST,+00123.45  g', { grams: 123, stable: true }],
    ['ST,GS,-  0.02kg', { grams: -20, stable: true }],
    ['S S     100.00 g', { grams: 100, stable: true }],
    ['S D      10.004 kg', { grams: 10_004, stable: false }],
    ['OL,GS,+99999kg', null],
    ['S +', null],
    ['ST,GS,+  3.42lb', null],
    ['', null],
  ])('says %j', (line, reading) => {
    expect(readScaleLine(line)).toEqual(reading);
  });

  it('is believed when it has said the same three times at rest, however its words are cut', () => {
    const ear = new ScaleEar();
    expect(ear.hear('US,GS,+ 10.1').settled).toBeNull();
    expect(ear.hear('0kg\r\nST,GS,+ 10.20kg\r\nST,GS,').settled).toBeNull();
    expect(ear.hear('+ 10.20kg\r\nST,GS,+ 10.20kg\r\n')).toEqual({
      now: { grams: 10_200, stable: true },
      settled: 10_200,
    });
    expect(ear.hear('US,GS,+  9.00kg\r\n').settled).toBeNull();
  });
});
