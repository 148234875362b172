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

it('a table of nothing says so, so that nobody thinks a page is lost', async () => {
  const table = { title: 'Kiểm nghiệm', heads: ['Ngày', 'Chỉ tiêu'], widths: [0.5, 0.5], rows: [] };
  const told = { head: 'Đầu', title: 'BÁO CÁO', mark: null, wide: false, facts: [], tables: [table] };
  const [page] = drawnPages(await buffer(report({ ...told, notes: [], sign: 'Ký' })));
  expect(page?.text.normalize('NFC')).toMatch(/Chỉ tiêu\s+–\s+Ký/);
});

it('a table’s title and heads never stand at the foot of a page without a row', async () => {
  const table = (title: string, count: number) => ({
    ...{ title, heads: [`Cột ${title}`], widths: [1] },
    rows: Array.from({ length: count }, () => ['Hàng']),
  });
  const seen: string[] = [];
  // With 33 rows before it the second table's heads would be the last on the first page.
  for (const count of [32, 33, 34]) {
    const tables = [table('Một', count), table('Hai', 1)];
    const told = { head: 'Đầu', title: 'BÁO CÁO', mark: null, wide: false, facts: [], tables };
    const pages = drawnPages(await buffer(report({ ...told, notes: [], sign: '' })));
    seen.push(pages.map(({ text }) => text.normalize('NFC').split('Cột Hai').length - 1).join());
  }
  expect(seen).toEqual(['1', '0,1', '0,1']);
});
