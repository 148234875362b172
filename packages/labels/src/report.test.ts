import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { drawnPages } from './read-codes.fixture.ts';
import { report } from './report.ts';

it('a report says all that it is given, wraps what is long, and repeats a table’s heads on every page', async () => {
  const long = 'Dư lượng hoạt chất vượt mức cho phép, phát hiện ở mẫu thử lần hai. '.repeat(4).trim();
  const rows = Array.from({ length: 60 }, (_, at) => [`Lô ${at}`, `${at},5 kg`]);
  const told = {
    head: 'Hợp tác xã cây ăn trái Bàu Nghé',
    title: 'BÁO CÁO THU HỒI',
    mark: 'DIỄN TẬP',
    wide: false,
    facts: [['Nguyên nhân', long]] as const,
    tables: [{ title: 'Các lô', heads: ['Mã lô', 'Khối lượng'], widths: [0.5, 0.5], rows }],
    notes: ['Không có thông tin cá nhân.'],
    sign: 'Đại diện',
  };
  const pages = drawnPages(await buffer(report(told)));
  const said = pages.map(({ text }) => text.normalize('NFC').replace(/\s+/g, ' '));
  expect(pages.length).toBeGreaterThan(1);
  for (const text of said.slice(0, 2)) expect(text).toContain('Mã lô');
  for (const words of [told.head, told.title, told.mark, long, 'Lô 59', '59,5 kg', told.sign])
    expect(said.join(' ')).toContain(words);
});
