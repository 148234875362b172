import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSegment, smsSegments } from './index.ts';

const PLAIN =
  'HTX Bau Nghe: Don BN240815-07 da can 3,42 kg, tong 324.900d. Giao ngay 16/08. Tra loi HUY de dung nhan tin.';
const MARKED =
  'HTX Bàu Nghé: Đơn BN240815-07 đã cân 3,42 kg, tổng 324.900đ. Giao ngày 16/08. Trả lời HUỶ để dừng nhận tin.';

describe('a text is paid as', () => {
  it.each([
    [PLAIN, { alphabet: 'gsm7', places: 107, segments: 1 }],
    [MARKED, { alphabet: 'ucs2', places: 107, segments: 2 }],
    ['', { alphabet: 'gsm7', places: 0, segments: 1 }],
    ['à è é ì ò ù', { alphabet: 'gsm7', places: 11, segments: 1 }],
    ['á', { alphabet: 'ucs2', places: 1, segments: 1 }],
    ['đ', { alphabet: 'ucs2', places: 1, segments: 1 }],
    ['x'.repeat(160), { alphabet: 'gsm7', places: 160, segments: 1 }],
    ['x'.repeat(161), { alphabet: 'gsm7', places: 161, segments: 2 }],
    ['x'.repeat(306), { alphabet: 'gsm7', places: 306, segments: 2 }],
    ['x'.repeat(307), { alphabet: 'gsm7', places: 307, segments: 3 }],
    ['€'.repeat(80), { alphabet: 'gsm7', places: 160, segments: 1 }],
    [`${'x'.repeat(152)}€${'x'.repeat(152)}`, { alphabet: 'gsm7', places: 306, segments: 3 }],
    ['ữ'.repeat(70), { alphabet: 'ucs2', places: 70, segments: 1 }],
    ['ữ'.repeat(71), { alphabet: 'ucs2', places: 71, segments: 2 }],
    [`${'ữ'.repeat(66)}😀${'ữ'.repeat(66)}`, { alphabet: 'ucs2', places: 134, segments: 3 }],
  ])('%j', (text, paid) => {
    expect(smsSegments(text)).toEqual(paid);
  });
});

describe('made plain', () => {
  it('the marked text is the plain one', () => {
    expect(oneSegment(MARKED)).toBe(PLAIN);
  });

  it('any text is one segment of GSM-7', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(smsSegments(oneSegment(text))).toMatchObject({ alphabet: 'gsm7', segments: 1 });
      }),
    );
  });
});
