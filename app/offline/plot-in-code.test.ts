import { expect, it } from 'vitest';
import { plotInCode } from './plot-in-code';

it('finds the plot in a sign’s Digital Link or in its plain code, and none in anything else', () => {
  const sign = 'https://shop.example/414/9521234000013/254/T12';
  for (const text of [sign, `${sign}?linkType=gs1:pip`, `${sign}/`, ' T12 ', 'T12'])
    expect(plotInCode(text), text).toBe('T12');
  for (const text of [
    'https://shop.example/01/09521234002000/10/AB',
    `${sign}%E0%A4%A`,
    't12',
    'T12 T13',
    '',
  ])
    expect(plotInCode(text), text).toBeNull();
});
