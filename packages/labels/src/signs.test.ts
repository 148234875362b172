import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { codesIn, drawnPages } from './read-codes.fixture.ts';
import { type Sign, signs } from './signs.ts';

const sheet = { cooperative: 'Hợp tác xã cây ăn trái Bàu Nghé', demo: null } as const;
const plot = (code: string): Sign => ({
  kind: 'Thửa',
  name: code,
  lines: ['Vườn sau nhà', 'Xã viên thử', 'Mã số vùng trồng VN-XXOR-9004'],
  link: `https://baunghe.example/414/9521234000013/254/${code}`,
});

it('hang on plots, a page each, and any phone reads where they lead', async () => {
  const pages = drawnPages(await buffer(signs([plot('T01'), plot('T02')], { ...sheet, size: 'board' })));
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [210, 148],
    [210, 148],
  ]);
  const read = await Promise.all(pages.map(({ png }) => codesIn(png)));
  expect(read).toEqual([[plot('T01').link], [plot('T02').link]]);
  const said = pages[0]?.text.normalize('NFC') ?? '';
  for (const words of ['Thửa', 'T01', ...plot('T01').lines, sheet.cooperative]) expect(said).toContain(words);
});

it('stick on crates as small as a box’s label, and say where they are made up', async () => {
  const link = 'https://baunghe.example/01/99521234001006/10/4V2ZNDM3';
  const crate = { kind: 'Lô hàng', name: '4V2ZNDM3', lines: ['Sầu riêng Ri6 · loại A'], link };
  const [page] = drawnPages(await buffer(signs([crate], { ...sheet, size: 'card', demo: 'Minh họa' })));
  expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([100, 70]);
  expect(await codesIn(page?.png ?? new Uint8Array())).toEqual([link]);
  expect(page?.text.normalize('NFC')).toContain('Minh họa');
});
