import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// From our own address, never from the package's CDN.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** Where all that reads codes comes from: this file, which no page names, and its WebAssembly. */
export const READER_FILES: readonly string[] = [new URL(import.meta.url).pathname, wasmUrl];

/** The text of a code in a picture (its pixels, or a file's bytes); null when there is none to read. */
export async function readCode(picture: ImageData | Uint8Array): Promise<string | null> {
  const [found] = await readBarcodes(picture, {
    formats: ['QRCode', 'DataMatrix', 'Code128'],
    maxNumberOfSymbols: 1,
  });
  return found?.isValid ? found.text : null;
}
