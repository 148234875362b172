import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const bytes = readFileSync(wasm);
const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
prepareZXingModule({ overrides: { wasmBinary } });

/** All texts of QR codes in a picture (PNG bytes), by an independent reader. */
export async function codesIn(png: Uint8Array): Promise<string[]> {
  const found = await readBarcodes(png, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 20 });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

/** A page of a PDF, as another program draws and reads it. */
export interface DrawnPage {
  png: Uint8Array;
  text: string;
  /** In millimetres. */
  width: number;
  height: number;
}

/** All pages of a PDF, drawn at 200 dots an inch. */
export function drawnPages(pdf: Uint8Array): DrawnPage[] {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, at) => {
    const page = document.loadPage(at);
    const [left, top, right, bottom] = page.getBounds();
    const scale = mupdf.Matrix.scale(200 / 72, 200 / 72);
    const png = page.toPixmap(scale, mupdf.ColorSpace.DeviceRGB, false).asPNG();
    const text = page.toStructuredText('').asText();
    return { png, text, width: ((right - left) / 72) * 25.4, height: ((bottom - top) / 72) * 25.4 };
  });
}
