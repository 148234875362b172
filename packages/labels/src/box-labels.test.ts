import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { BoxLabel, LabelWords } from './box-label.ts';
import { boxLabels } from './box-labels.ts';
import { codesIn, drawnPages } from './read-codes.fixture.ts';

const base = 'https://baunghe.example';
const words: LabelWords = {
  grade: 'Loại',
  netWeight: 'Khối lượng tịnh',
  packedOn: 'Ngày đóng gói',
  harvestedOn: 'Ngày thu hoạch',
  bestBefore: 'Dùng tốt nhất trước',
  orchard: 'Vườn',
  cooperative: 'Hợp tác xã cây ăn trái Bàu Nghé',
  address: 'Khu phố Bàu Nghé, phường Phước Long, thành phố Đồng Nai',
  demo: 'Dữ liệu minh họa',
};

function label(at: number): BoxLabel {
  return {
    gtin: '09520001000126',
    batch: 'K7M2QXWD',
    serial: `B3F7HJ9KQ${String(at).padStart(3, '0')}`,
    product: 'Sầu riêng Ri6 nguyên trái',
    grade: 'A',
    netWeight: '12,35 kg',
    packedOn: '25/06/2026',
    harvestedOn: '24/06/2026',
    bestBefore: '29/06/2026',
    orchard: 'Vườn cô Sáu Minh Họa',
  };
}

function labels(count: number): BoxLabel[] {
  return Array.from({ length: count }, (_, at) => label(at));
}

function addresses(count: number): string[] {
  return labels(count).map(({ gtin, batch, serial }) => `${base}/01/${gtin}/10/${batch}/21/${serial}`);
}

describe('labels, one a page', () => {
  it('lead a camera to their box, and say the same to a person', async () => {
    const pages = drawnPages(await buffer(boxLabels(labels(2), { layout: 'single', base, words })));
    expect(pages).toHaveLength(2);
    for (const [at, page] of pages.entries()) {
      expect(page.width).toBeCloseTo(100, 1);
      expect(page.height).toBeCloseTo(70, 1);
      expect(await codesIn(page.png)).toEqual([addresses(2)[at]]);
      const said = page.text.normalize('NFC');
      const { gtin, batch, serial, ...shown } = label(at);
      for (const text of [...Object.values(words), ...Object.values(shown)]) expect(said).toContain(text);
      expect(said).toContain(`(01)${gtin}(10)${batch}(21)${serial}`);
    }
  });

  it('keep long names and the longest codes whole', async () => {
    const product =
      'Sầu riêng Monthong (Dona) loại đặc biệt, thùng giấy bốn trái chọn tay, cắt tuổi bảy rưỡi';
    const long = { ...label(0), product, batch: 'W'.repeat(20), serial: 'M'.repeat(20) };
    const [page] = drawnPages(await buffer(boxLabels([long], { layout: 'single', base, words })));
    expect(page?.text.normalize('NFC')).toContain(product);
    expect(page?.text).toContain(`(21)${long.serial}`);
    expect(await codesIn(page?.png ?? new Uint8Array())).toHaveLength(1);
  });

  it('bear no demo mark for real fruit', async () => {
    const pdf = await buffer(
      boxLabels(labels(1), { layout: 'single', base, words: { ...words, demo: null } }),
    );
    expect(drawnPages(pdf)[0]?.text.normalize('NFC')).not.toContain('minh họa');
  });
});

describe('labels on A4', () => {
  it('are all read, eight a sheet', async () => {
    const pages = drawnPages(await buffer(boxLabels(labels(11), { layout: 'a4', base, words })));
    expect(pages).toHaveLength(2);
    expect(pages[0]?.width).toBeCloseTo(210, 1);
    const read = await Promise.all(pages.map((page) => codesIn(page.png)));
    expect(read.map((codes) => codes.length)).toEqual([8, 3]);
    expect(read.flat().sort()).toEqual(addresses(11));
  });
});

describe('the stream', () => {
  it('is drawn as it is read, and not ahead of it', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield label(asked++ % 1000);
    }
    const stream = boxLabels(endless(), { layout: 'single', base, words });
    let taken = 0;
    for await (const part of stream) {
      taken += part.length;
      if (taken > 100_000) break;
    }
    expect(taken).toBeGreaterThan(100_000);
    expect(asked).toBeLessThan(200);
    expect(stream.destroyed).toBe(true);
  });

  it('fails when its labels fail, or when one is malformed', async () => {
    async function* broken() {
      yield label(0);
      throw new Error('the table is on fire');
    }
    await expect(buffer(boxLabels(broken(), { layout: 'a4', base, words }))).rejects.toThrow('on fire');
    const wrong = { ...label(0), gtin: '09520001000127' };
    await expect(buffer(boxLabels([wrong], { layout: 'a4', base, words }))).rejects.toThrow(RangeError);
    const far = `https://baunghe.example/${'x'.repeat(400)}`;
    await expect(buffer(boxLabels([label(0)], { layout: 'a4', base: far, words }))).rejects.toThrow(
      RangeError,
    );
  });

  it('is a PDF even of no labels', async () => {
    expect(drawnPages(await buffer(boxLabels([], { layout: 'a4', base, words })))).toHaveLength(1);
  });
});
