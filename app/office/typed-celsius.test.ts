import { expect, it } from 'vitest';
import { typedCelsius } from './typed-celsius';

it('reads a temperature as people type it', () => {
  expect(['4', '12,5', ' 12.5 °C', '-1,5', '−2'].map(typedCelsius)).toEqual([4, 12.5, 12.5, -1.5, -2]);
});

it('takes nothing else for one', () => {
  for (const typed of ['', 'lạnh', '4 5', '1,2,3', '1e3', undefined]) expect(typedCelsius(typed)).toBeNaN();
});
