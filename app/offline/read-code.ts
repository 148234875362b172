import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// From our own address, never from the package's CDN.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** The text of a code in a picture; null when there is none to read. */
export async function readCode(picture: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(picture, { formats: ['QRCode', 'DataMatrix'], maxNumberOfSymbols: 1 });
  return found?.isValid ? found.text : null;
}
