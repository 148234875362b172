import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { pinSlips } from './pin-slips.ts';
import { codesIn, drawnPages } from './read-codes.fixture.ts';

const words = {
  title: 'Mã trong thùng',
  how: 'Quét mã trên thùng rồi nhập 6 số này,\nđể biết thùng đang cầm là thùng thật.',
  box: 'Thùng',
  cooperative: 'Hợp tác xã cây ăn trái Bàu Nghé',
  demo: 'Dữ liệu minh họa',
};
const slips = Array.from({ length: 25 }, (_, at) => ({
  serial: `B3F7HJ9KQ${String(at).padStart(3, '0')}`,
  pin: String(100_000 + at * 7),
}));

describe('slips for under the lid', () => {
  it('say the number, the box it belongs to and what to do, and bear no code to scan', async () => {
    const [page, more] = drawnPages(await buffer(pinSlips(slips.slice(0, 1), { layout: 'single', words })));
    expect(more).toBeUndefined();
    expect(page?.width).toBeCloseTo(70, 1);
    expect(page?.height).toBeCloseTo(37, 1);
    const said = page?.text.normalize('NFC') ?? '';
    for (const text of ['100 000', 'Thùng B3F7HJ9KQ000', words.title, ...words.how.split('\n'), words.demo]) {
      expect(said).toContain(text);
    }
    expect(await codesIn(page?.png ?? new Uint8Array())).toEqual([]);
  });

  it('lie twenty-four on a sheet, each number beside its own box', async () => {
    const pages = drawnPages(
      await buffer(pinSlips(slips, { layout: 'a4', words: { ...words, demo: null } })),
    );
    expect(pages).toHaveLength(2);
    const said = pages.map(({ text }) => text.normalize('NFC')).join('\n');
    for (const { serial, pin } of slips) {
      expect(said.indexOf(serial)).toBeGreaterThan(said.indexOf(`${pin.slice(0, 3)} ${pin.slice(3)}`));
    }
    expect(said).not.toContain('minh họa');
  });
});
