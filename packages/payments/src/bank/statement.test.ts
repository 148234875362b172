import { describe, expect, it } from 'vitest';
import { readStatement, statementText } from './statement.ts';
import { readDong, readInstant } from './statement-cells.ts';

const linesIn = (text: string) => {
  const read = readStatement(text, null);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.lines.map(({ told, nth }) => [
    told.direction,
    told.amount,
    told.at.toISOString(),
    told.content,
    told.reference,
    nth,
  ]);
};

describe('a statement', () => {
  it('in Vietnamese with two columns of sums, semicolons and words above', () => {
    const text = [
      'NGÂN HÀNG MINH HỌA;;;;',
      'Số tài khoản;0000000000;;;',
      'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung giao dịch',
      '07/06/2026 14:02:37;FT1;;1.234.567;BN7K3M9QX tien sau rieng',
      '07/06/2026;FT2;20.000;;Phi dich vu',
      ';;20.000;1.234.567;Cộng',
    ].join('\r\n');
    expect(linesIn(text)).toEqual([
      ['in', 1_234_567, '2026-06-07T07:02:37.000Z', 'BN7K3M9QX tien sau rieng', 'FT1', 1],
      ['out', 20_000, '2026-06-06T17:00:00.000Z', 'Phi dich vu', 'FT2', 1],
    ]);
  });

  it('in English with one signed column, commas in quotes; alike rows are counted', () => {
    const row = '2026-06-07,"1,234,567.00",BN7K3M9QX,';
    const text = ['Date,Amount,Description,Reference', row, row, '2026-06-08,"-5,000",fee,'].join('\n');
    expect(linesIn(text).map(([direction, amount, , , , nth]) => [direction, amount, nth])).toEqual([
      ['in', 1_234_567, 1],
      ['in', 1_234_567, 2],
      ['out', 5000, 1],
    ]);
  });

  it('with titles in two languages, and in UTF-16', () => {
    const text = 'Thời gian / Time\tGhi có / Credit (VND)\tDiễn giải / Details\n07/06/2026\t5.000\tx\n';
    const read = statementText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    expect(read).toEqual({ ok: true, value: text });
    expect(linesIn(text)).toHaveLength(1);
  });

  it('is read by chosen columns where its titles are strange, and refused without them', () => {
    const text = 'A,B,C\n07/06/2026,5000,x\n';
    expect(readStatement(text, null)).toMatchObject({
      error: { code: 'statement_columns', header: ['A', 'B', 'C'] },
    });
    const read = readStatement(text, { date: 0, amount: 1, content: 2 });
    expect(read).toMatchObject({ value: { lines: [{ told: { amount: 5000, content: 'x' } }] } });
  });

  it('says which rows it does not understand', () => {
    const text = 'Ngày,Số tiền,Nội dung\n30/02/2026,5000,x\n07/06/2026,5oo,x\n';
    const read = readStatement(text, null);
    expect(read).toMatchObject({
      value: {
        unread: [
          { row: 2, column: 'date' },
          { row: 3, column: 'amount' },
        ],
      },
    });
  });

  it.each([Buffer.from([0xc3, 0x28]), Buffer.from('a\0b')])('is no text: %j', (bytes) => {
    expect(statementText(bytes)).toEqual({ ok: false, error: { code: 'statement_not_text' } });
  });
});

it.each([
  ['1.234.567', 1_234_567],
  ['1,234,567', 1_234_567],
  ['1,234,567.00', 1_234_567],
  ['1.234.567,00', 1_234_567],
  ['+1234567 VND', 1_234_567],
  ['-5.000 ₫', -5000],
  ['(5,000)', -5000],
  ['', 0],
  ['1.234.56', null],
  ['1,234.567', null],
  ['12,5', null],
  ['x', null],
])('the sum %s is %s', (cell, sum) => {
  expect(readDong(cell)).toBe(sum);
});

it.each([
  ['31/04/2026', null],
  ['7/6/2026', '2026-06-06T17:00:00.000Z'],
  ['2026-06-07 25:00:00', null],
])('the day %s is %s', (cell, at) => {
  expect(readInstant(cell)?.toISOString() ?? null).toBe(at);
});
