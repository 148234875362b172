import { expect, it } from 'vitest';
import { nameIn } from './name-in';

it('gives the name in the language asked for, and English where no Chinese one is written', () => {
  const named = { nameVi: 'Măng cụt', nameEn: 'Mangosteen', nameZh: '山竹' };
  expect(nameIn(named, 'vi')).toBe('Măng cụt');
  expect(nameIn(named, 'en')).toBe('Mangosteen');
  expect(nameIn(named, 'zh')).toBe('山竹');
  expect(nameIn({ ...named, nameZh: null }, 'zh')).toBe('Mangosteen');
});
