import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asCsv, asXlsx, dayCell, instantCell, type SheetTable } from './index.ts';

const TABLE: SheetTable = {
  name: 'Nhật ký: 2026/kỳ 1',
  heads: ['Ngày', 'Lúc', 'Nội dung', 'Đồng'],
  rows: [
    [dayCell(new Date('2026-06-07')), instantCell('2026-06-07T18:30:00Z'), '=1+1', 1_234_567],
    [null, null, 'Sầu riêng "A" <&>\u0001', -900_000],
  ],
};

/** The files of a ZIP archive by their names, read by its central directory (APPNOTE 4.3.12) and by Node's own inflate. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

describe('a table', () => {
  it('is a workbook whose numbers are numbers, dates dates and text never a formula', async () => {
    const files = unzip(await asXlsx([TABLE, { ...TABLE, rows: [] }]));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const cell = (name: string) =>
      new RegExp(`<c r="${name}"([^>]*)>(.*?)</c>`).exec(sheet)?.slice(1) ?? ['', ''];
    expect(cell('D2')[1]).toBe('<v>1234567</v>');
    expect(cell('D2')[0]).not.toContain('t="s"');
    expect(cell('D3')[1]).toBe('<v>-900000</v>');
    // Days since the turn of 1899: 7 June 2026 is the 46,180th; half past one at night of the 8th is after it.
    expect(cell('A2')[1]).toBe('<v>46180</v>');
    expect(Number(/<v>([\d.]+)<\/v>/.exec(cell('B2')[1] ?? '')?.[1])).toBeCloseTo(46181 + 1.5 / 24, 6);
    expect(sheet).not.toContain('<f>');
    const texts = [sheet, files.get('xl/sharedStrings.xml') ?? ''].join('');
    expect(texts).toContain('=1+1');
    expect(texts).toContain('Sầu riêng');
    expect(texts).toContain('&lt;&amp;&gt;');
    expect(texts).not.toContain('\u0001');
    expect(files.get('xl/workbook.xml')).toContain('name="Nhật ký  2026 kỳ 1"');
    expect(files.get('xl/workbook.xml')).toContain('name="Nhật ký  2026 kỳ 1 2"');
  });

  it('is CSV with the same rows, in which nothing is reckoned either', () => {
    expect(asCsv(TABLE).split('\r\n')).toEqual([
      '\ufeffNgày;Lúc;Nội dung;Đồng',
      "2026-06-07;2026-06-08T01:30:00+07:00;'=1+1;1234567",
      ';;"Sầu riêng ""A"" <&>\u0001";-900000',
      '',
    ]);
  });
});
