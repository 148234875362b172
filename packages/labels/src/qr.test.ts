import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { qrPng } from './qr-png.ts';
import { qrSvg } from './qr-svg.ts';
import { codesIn, drawnPages } from './read-codes.fixture.ts';

const text = '00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479DB';

describe('a code on a page', () => {
  it('is read from its SVG', async () => {
    const svg = qrSvg(text);
    expect(svg).toContain('aria-hidden="true"');
    expect(svg.length).toBeLessThan(15_000);
    const [page] = drawnPages(await asPdf(svg));
    expect(await codesIn(page?.png ?? new Uint8Array())).toEqual([text]);
  });

  it('has the name it is given', () => {
    expect(qrSvg(text, { title: 'Mã <VietQR> & hơn' })).toContain(
      'role="img"><title>Mã &lt;VietQR&gt; &amp; hơn</title>',
    );
  });

  it('is read from its PNG', async () => {
    const png = await qrPng(text);
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(await codesIn(png)).toEqual([text]);
  });
});

/** The SVG's last path, drawn on a page: mupdf's build for Node reads no SVG. */
async function asPdf(svg: string): Promise<Uint8Array> {
  const side = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const pdf = new PDFDocument({ margin: 0, size: [side * 3, side * 3] });
  pdf.scale(3).path(path).fill('#000');
  pdf.end();
  return await buffer(pdf);
}
