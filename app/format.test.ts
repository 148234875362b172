import { describe, expect, it } from 'vitest';
import {
  daysFrom,
  formatDay,
  formatDong,
  formatInstant,
  formatKilograms,
  formatMetres,
  spokenDay,
  vietnamDayText,
} from './format';

const now = new Date('2026-06-15T03:00:00Z');

describe('figures', () => {
  it('writes đồng with points and a space that does not break', () => {
    expect(formatDong(1_234_567, 'vi')).toBe('1.234.567\u00a0₫');
    expect(formatDong(1_234_567, 'en')).toBe('1,234,567\u00a0₫');
    expect(formatDong(1_234_567, 'zh')).toBe('1,234,567\u00a0₫');
    expect(formatDong(-5_000, 'vi')).toBe('-5.000\u00a0₫');
  });

  it('gives metres below a kilometre, and tenths of kilometres from there', () => {
    expect(formatMetres(85, 'vi')).toBe('85\u00a0m');
    expect(formatMetres(1_249, 'vi')).toBe('1,2\u00a0km');
    expect(formatMetres(12_000, 'en')).toBe('12\u00a0km');
  });

  it('writes grams as kilograms, to the gram', () => {
    expect(formatKilograms(2_350, 'vi')).toBe('2,35\u00a0kg');
    expect(formatKilograms(2_354, 'en')).toBe('2.354\u00a0kg');
    expect(formatKilograms(10_000, 'vi')).toBe('10\u00a0kg');
  });
});

describe('days', () => {
  it('reckons in Vietnam, seven hours ahead', () => {
    expect(formatDay('2026-11-24T17:30:00Z', 'vi')).toBe('25/11/2026');
    expect(formatDay('2026-11-24T16:30:00Z', 'en')).toBe('24 Nov 2026');
    expect(formatInstant('2026-11-24T17:30:00Z', 'vi')).toBe('00:30 25/11/2026');
    expect(formatDay('2026-06-05', 'zh')).toBe('2026年6月5日');
    expect(formatInstant('2026-11-24T17:30:00Z', 'zh')).toBe('2026年11月25日 00:30');
    expect(vietnamDayText(new Date('2026-11-24T17:30:00Z'))).toBe('2026-11-25');
    expect(daysFrom(now, '2026-06-14T18:00:00Z')).toBe(0);
  });

  it('says near days in words and others by their weekday', () => {
    expect(spokenDay('2026-06-15', now, 'vi')).toBe('hôm nay');
    expect(spokenDay('2026-06-14', now, 'vi')).toBe('hôm qua');
    expect(spokenDay('2026-06-13', now, 'en')).toBe('two days ago');
    expect(spokenDay('2026-06-12', now, 'vi')).toBe('thứ sáu 12/06');
    expect(spokenDay('2026-06-12', now, 'en')).toBe('Friday 12 Jun');
    expect(spokenDay('2025-06-12', now, 'vi')).toBe('12/06/2025');
    expect(spokenDay('2026-06-13', now, 'zh')).toBe('前天');
    expect(spokenDay('2026-06-12', now, 'zh')).toBe('6月12日星期五');
    expect(spokenDay('2025-06-12', now, 'zh')).toBe('2025年6月12日');
  });
});
