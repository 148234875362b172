import { batch, digitalLink, gtin14, serial } from '@baunghe/gs1';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxLabels } from './box-labels.ts';
import { codesIn, drawnPages } from './read-codes.fixture.ts';
import { boxLabelsZpl, loadLabelZpl } from './zpl.ts';

const base = 'https://shop.example';
const label = {
  gtin: '09521234002000',
  batch: 'BCD23456',
  serial: 'KMN789XYZ23',
  product: 'Sầu riêng Ri6 ^FS~JA_loại một',
  grade: 'A',
  netWeight: '10,2 kg',
  packedOn: '07/06/2026',
  harvestedOn: '06/06/2026',
  bestBefore: '14/06/2026',
  orchard: 'Vườn Bàu Nghé · Người Trồng Thử',
};
const words = {
  grade: 'Loại',
  netWeight: 'Khối lượng tịnh',
  packedOn: 'Đóng gói',
  harvestedOn: 'Thu hoạch',
  bestBefore: 'Dùng trước',
  orchard: 'Vườn',
  cooperative: 'HTX thử',
  address: 'Phước Long, Đồng Nai',
  demo: null,
};

/** The fields of a page of ZPL as a printer reads them: ^FD after ^FH_, until ^FS. */
function fields(zpl: string): string[] {
  return [...zpl.matchAll(/\^FD(.*?)\^FS/gs)].map(([, data = '']) =>
    data.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

describe('a label for a label printer', () => {
  it('says what the PDF says, and its code leads where the PDF’s code leads', async () => {
    const pdf = boxLabels([label], { layout: 'single', base, words });
    const [drawn] = drawnPages(Buffer.concat(await pdf.toArray()));
    const drawnCodes = await codesIn(drawn?.png ?? new Uint8Array());
    for (const dpi of [203, 300] as const) {
      const said = fields(boxLabelsZpl([label], { dpi, base, words }));
      const code = said.find((field) => field.startsWith('MA,'))?.slice(3);
      expect(code).toBe(
        digitalLink({
          base,
          gtin: gtin14(label.gtin),
          batch: batch(label.batch),
          serial: serial(label.serial),
        }),
      );
      expect(drawnCodes).toEqual([code]);
      expect(said).toEqual(
        expect.arrayContaining([label.product, label.orchard, 'Khối lượng tịnh', '10,2 kg']),
      );
    }
  });

  it('holds no command of its own, whatever a name says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (product) => {
        const zpl = boxLabelsZpl([{ ...label, product }], { dpi: 203, base, words });
        expect(zpl.match(/\^XA/g)).toHaveLength(1);
        expect(zpl.match(/\^FS/g)).toHaveLength(17);
        expect(zpl).not.toContain('~');
      }),
      { numRuns: 30 },
    );
  });

  it('of a load carries its SSCC as GS1-128 and as a link', () => {
    const sscc = '095212340000000019';
    const said = fields(
      loadLabelZpl({ sscc, lines: ['BN-1', '2 thùng'], cooperative: 'HTX' }, { dpi: 203, base }),
    );
    expect(said).toEqual(expect.arrayContaining([`>;>800${sscc}`, `(00)${sscc}`, `MA,${base}/00/${sscc}`]));
  });
});
